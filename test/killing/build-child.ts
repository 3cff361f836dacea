import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * The path of `compile-once.ts` as one file in a folder, out of the sources of the packages: hundreds of processes start
 * with it, and loading every source by itself takes each a second.
 */
export async function buildChild(folder: string): Promise<string> {
  const outfile = join(folder, 'compile-once.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'compile-once.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.13',
    conditions: ['@ockham/source'],
    logLevel: 'warning',
  })
  return outfile
}
