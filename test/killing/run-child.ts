import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CompileOnce } from './compile-once.ts'

/** When a process is killed: so long after its start, or once the files in a folder have so many bytes. */
export type Death =
  | { readonly afterMs: number }
  | { readonly folder: string; readonly bytes: number }

/** How a process ended. */
export interface Ended {
  readonly wasKilled: boolean
  readonly stdout: string
}

/** Starts a process that compiles, and lets it end or kills it. Throws what it wrote when it failed by itself. */
export async function runChild(script: string, told: CompileOnce, death?: Death): Promise<Ended> {
  const child = spawn(process.execPath, [script, JSON.stringify(told)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Most of the time of these tests is that of starting.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(script), 'compile-cache') },
  })
  let hasEnded = false
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('close', (_code, signal) => {
      hasEnded = true
      resolve(signal)
    })
  })
  if (death) void kill()
  const [stdout, stderr, signal] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ])
  if (stderr !== '') throw new Error(stderr)
  return { wasKilled: signal === 'SIGKILL', stdout }

  async function kill(): Promise<void> {
    const startedAt = performance.now()
    while (!hasEnded && death && !isDue(death, startedAt)) {
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    child.kill('SIGKILL')
  }
}

/** The bytes of all files in a folder. */
export function bytesIn(folder: string): number {
  return readdirSync(folder)
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

function isDue(death: Death, startedAt: number): boolean {
  if ('afterMs' in death) return performance.now() - startedAt >= death.afterMs
  return bytesIn(death.folder) >= death.bytes
}
