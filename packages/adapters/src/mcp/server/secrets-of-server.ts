import { secretsOf } from '../../failure/secrets-of.ts'
import type { MCPServer } from './mcp-server.ts'

// What a program's surroundings are called is no secret, and hiding it would blank out every stack trace.
const harmless =
  /^(?:HOME|LOGNAME|PATH|PWD|OLDPWD|SHELL|TERM|USER|USERNAME|HOSTNAME|LANG|LC_\w+|TZ|TMPDIR|TEMP|NODE_ENV|NODE_OPTIONS|NO_COLOR|FORCE_COLOR)$/
/** Some servers take a key as a part of the path, and no name is so long. */
const longPart = 16
const secretFlag = /^--?[\w-]*(?:key|token|secret|password|auth|credential)[\w-]*(?:=(.*))?$/is

/** Everything that no error about a server may show. */
export function secretsOfServer(server: MCPServer): readonly string[] {
  if ('url' in server) {
    const { url, headers = {} } = server
    const inPath = url.pathname.split('/').filter((part) => part.length >= longPart)
    return [...secretsOf({ apiKey: '', headers, baseURL: url.href }), ...inPath]
  }
  if (!('command' in server)) return []
  const env = Object.entries(server.env ?? {}).filter(([name]) => !harmless.test(name))
  const values = [...env.map(([, value = '']) => value), ...secretArgs(server.args ?? [])]
  const secrets = values.flatMap((value) => [
    value,
    ...secretsOf({ apiKey: '', headers: {}, baseURL: value }),
  ])
  return [...new Set(secrets)].sort((a, b) => b.length - a.length)
}

/** The values of flags such as `--api-key=abc` and `--token abc`. */
function secretArgs(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const flag = secretFlag.exec(arg)
    return flag ? [flag[1] ?? args[index + 1] ?? ''] : []
  })
}
