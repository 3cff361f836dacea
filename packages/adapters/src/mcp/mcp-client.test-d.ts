import type { LMMessage, Tool } from '@ockham/core'
import { expectTypeOf, test } from 'vitest'
import { type MCPClient, mcpClient } from './mcp-client.ts'
import type { MCPErrorReason } from './mcp-error.ts'
import type { MCPResourceContent } from './resources/read-resource.ts'

declare const mcp: MCPClient

test("a client gives core's types", () => {
  expectTypeOf(mcp.tools()).resolves.toEqualTypeOf<Tool[]>()
  expectTypeOf(mcp.readResource('a')).resolves.toEqualTypeOf<MCPResourceContent[]>()
  expectTypeOf(mcp.getPrompt('a', { b: 'c' })).resolves.toEqualTypeOf<LMMessage[]>()
  expectTypeOf(mcp).toExtend<AsyncDisposable>()
  expectTypeOf<'no reason'>().not.toExtend<MCPErrorReason>()
})

test('a server is a command, an address or a transport', () => {
  expectTypeOf(mcpClient).toBeCallableWith({ command: 'npx', args: ['-y'], env: process.env })
  expectTypeOf(mcpClient).toBeCallableWith({ url: new URL('http://a'), headers: { b: 'c' } })
  // @ts-expect-error none of them
  mcpClient({ name: 'a' })
  // @ts-expect-error a header is a text
  mcpClient({ url: 'http://a', headers: { b: undefined } })
  // @ts-expect-error no transport of the SDK's
  mcpClient({ transport: 'stdio' })
})

test('arguments and options are checked', () => {
  // @ts-expect-error a prompt's arguments are texts
  mcp.getPrompt('a', { b: 1 })
  // @ts-expect-error one of two words
  mcp.tools({ result: 'json' })
  mcp.tools({ filter: ({ readOnly, name }) => readOnly && name !== 'a' })
})
