import { fileURLToPath } from 'node:url'

const flags = ['--conditions=@ockham/source', '--experimental-strip-types', '--no-warnings']
const scripts = {
  'stdio-server': new URL('stdio-server.ts', import.meta.url),
  'hostile-server': new URL('hostile-server.ts', import.meta.url),
  'short-program': new URL('short-program.ts', import.meta.url),
  'without-sdk': new URL('without-sdk.ts', import.meta.url),
}

/** The command that runs a script of this folder. */
export function script(
  name: keyof typeof scripts,
  ...args: string[]
): { command: string; args: string[] } {
  return { command: process.execPath, args: [...flags, fileURLToPath(scripts[name]), ...args] }
}
