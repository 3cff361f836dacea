import type { RunEnd } from '../thread-message.ts'

/** What became of the machine when an error came through WebAssembly itself. */
export function crash(error: unknown): Pick<RunEnd & { type: 'error' }, 'reason' | 'message'> {
  if (error instanceof RangeError) {
    return { reason: 'runtime', message: 'The code is nested or calls itself too deeply.' }
  }
  return { reason: 'memory', message: 'The interpreter broke, most likely for want of memory.' }
}
