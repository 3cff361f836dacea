import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

// Only this much of the global, for which neither our `lib` nor @types/node has a type.
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

let compiled: Promise<object> | undefined

/** QuickJS as a `WebAssembly.Module`, compiled once for all threads. */
export function compiledModule(): Promise<object> {
  compiled ??= compile().catch((error: unknown) => {
    compiled = undefined
    throw error
  })
  return compiled
}

async function compile(): Promise<object> {
  const { resolve } = createRequire(import.meta.url)
  return WebAssembly.compile(await readFile(resolve('@jitl/quickjs-wasmfile-release-sync/wasm')))
}
