import { OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import { type MCPClientOptions, resolveMCPClientOptions } from './mcp-client-options.ts'

test.for<[string, object]>([
  ['command', {}],
  ['command', { command: 'a', url: 'http://b' }],
  ['command', { command: '' }],
  ['args', { command: 'a', args: ['hunter2\0'] }],
  ['env', { command: 'a', env: { KEY: 'hunter2\0' } }],
  ['url', { url: 'ftp://me:hunter2@host' }],
  ['url', { url: 'hunter2' }],
  ['headers', { url: 'http://host', headers: { Authorization: 'hunter2\n!' } }],
  ['timeoutMs', { command: 'a', timeoutMs: 0 }],
  ['connectTimeoutMs', { command: 'a', connectTimeoutMs: Number.NaN }],
  ['totalTimeoutMs', { command: 'a', totalTimeoutMs: -1 }],
  ['maxMessageBytes', { command: 'a', maxMessageBytes: 0 }],
])('`%s` that cannot be used is refused, without what may be secret: %o', ([option, options]) => {
  // What JavaScript may pass.
  const resolve = (): object => resolveMCPClientOptions(options as MCPClientOptions)
  expect(resolve).toThrow(OptionError)
  expect(resolve).toThrow(`\`${option}\``)
  expect(resolve).not.toThrow('hunter2')
})

test('a server is called by its name, its command, or its address without path and query', () => {
  expect(resolveMCPClientOptions({ command: 'npx', args: ['x'] }).label).toBe('`npx`')
  expect(resolveMCPClientOptions({ command: 'npx', name: 'mine' }).label).toBe('mine')
  const { label } = resolveMCPClientOptions({ url: 'https://me:pw@host:81/mcp?key=abcdef' })
  expect(label).toBe('https://host:81')
})

test('headers, variables and flags that hold secrets are known as such', () => {
  const env = { TOKEN: 'tok-123', DB: 'postgres://me:pass-word@host/db', HOME: '/home/me' }
  const url = 'https://host/s/path-key-0123456789/mcp'
  expect(resolveMCPClientOptions({ url }).secrets).toContain('path-key-0123456789')
  const args = ['server.js', '--api-key=key-123', '--token', 'tok-456', '--port', '8080-80']
  const { secrets } = resolveMCPClientOptions({ command: 'node', args, env })
  for (const secret of ['tok-123', 'pass-word', 'key-123', 'tok-456']) {
    expect(secrets).toContain(secret)
  }
  for (const plain of ['/home/me', 'server.js', '8080-80']) expect(secrets).not.toContain(plain)
})
