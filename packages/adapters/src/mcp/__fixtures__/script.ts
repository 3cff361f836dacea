import { fileURLToPath } from 'node:url'

type ScriptName = 'stdio-server' | 'hostile-server' | 'short-program' | 'without-sdk'

const flags = ['--conditions=@ockham/source', '--experimental-strip-types', '--no-warnings']
const scripts: Record<ScriptName, URL> = {
  'stdio-server': new URL('stdio-server.ts', import.meta.url),
  'hostile-server': new URL('hostile-server.ts', import.meta.url),
  'short-program': new URL('short-program.ts', import.meta.url),
  'without-sdk': new URL('without-sdk.ts', import.meta.url),
}

/** The command that runs a script of this folder. */
export function script(name: ScriptName, ...args: string[]): { command: string; args: string[] } {
  return { command: process.execPath, args: [...flags, fileURLToPath(scripts[name]), ...args] }
}
