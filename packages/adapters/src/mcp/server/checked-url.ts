import { OptionError } from '@ockham/core'
import { urlLogin } from '../../vendor/url-login.ts'
import type { MCPAddress } from './mcp-server.ts'

/** An address that can be asked: what stands before an `@` becomes a header. Throws `OptionError`, without showing it. */
export function checkedURL(address: MCPAddress): MCPAddress & { url: URL } {
  const text = String(address.url)
  const login = /^https?:\/\//i.test(text) && URL.canParse(text) ? urlLogin(text) : undefined
  if (!login) throw new OptionError('url', 'must be the http or https address of an MCP server.')
  const { authorization } = login
  const headers = { ...(authorization && { Authorization: authorization }), ...address.headers }
  checkHeaders(headers)
  return { ...address, url: new URL(login.address), headers }
}

function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      // Its own error would show the value.
      new Headers([[name, value]])
    } catch {
      throw new OptionError('headers', `cannot hold this \`${name}\`: a character is not allowed.`)
    }
  }
}
