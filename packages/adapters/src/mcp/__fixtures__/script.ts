import { fileURLToPath } from 'node:url'

const flags = ['--conditions=@ockham/source', '--experimental-strip-types', '--no-warnings']

/** The command that runs a script of this folder. */
export function script(name: string, ...args: string[]): { command: string; args: string[] } {
  const path = fileURLToPath(new URL(name, import.meta.url))
  return { command: process.execPath, args: [...flags, path, ...args] }
}
