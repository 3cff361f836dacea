import type { HostFunction } from '../code-interpreter.ts'
import type { SettledCall } from './thread-message.ts'

/** Calls a function of the host for the code; never throws, since what goes wrong is the code's to know. */
export async function hostCall(
  functions: ReadonlyMap<string, HostFunction>,
  name: string,
  argsJSON: string,
  maxCharacters: number,
): Promise<SettledCall> {
  try {
    const args: unknown = JSON.parse(argsJSON)
    const call = functions.get(name)
    // Code that changed how its arrays become JSON may send anything.
    if (!call || !Array.isArray(args))
      throw new TypeError(`${name} was called in a way it cannot be.`)
    // Without the signature TypeScript gives it, an undefined value makes JSON.stringify return undefined.
    const json: string | undefined = JSON.stringify(await call(...args))
    if (json === undefined) return { ok: true }
    if (json.length <= maxCharacters) return { ok: true, json }
    throw new RangeError(`What ${name} returned is larger than the memory of the code.`)
  } catch (error) {
    return { ok: false, ...described(error) }
  }
}

/** Name and message, without the stack, which tells of the host. */
function described(error: unknown): { name: string; message: string } {
  try {
    if (error instanceof Error) return { name: String(error.name), message: String(error.message) }
    return { name: 'Error', message: String(error) }
  } catch {
    return { name: 'Error', message: 'The function failed.' }
  }
}
