import { Audio, Document, File, Image, OptionError } from '@ockham/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { script } from './__fixtures__/script.ts'
import { toolOf } from './__fixtures__/tool-of.ts'
import { type MCPClient, mcpClient } from './mcp-client.ts'
import { MCPError } from './mcp-error.ts'

let mcp: MCPClient
beforeAll(async () => {
  mcp = await mcpClient(script('stdio-server'))
})
afterAll(() => mcp.close())

const call = async (name: string, args = {}): Promise<unknown> =>
  (await toolOf(mcp, name)).call(args)
const png = new Image('data:image/png;base64,iVBORw0K')

test('a server says who it is and how to use it', () => {
  expect(mcp.server).toEqual({
    name: 'clinic',
    version: '2.0.0',
    instructions: 'Ask before you cut.',
  })
})

test('the tools of all pages are listed in order, under names that vendors take', async () => {
  const tools = await mcp.tools()
  expect(tools.map(({ name }) => name).slice(0, 4)).toEqual(['echo', 'add', 'slow', 'events'])
  expect(tools).toHaveLength(14)
  expect(tools[0]).toMatchObject({
    description: 'Says it again.',
    parameters: { type: 'object', properties: { words: { type: 'string' } } },
  })
})

test('tools can be chosen, and told apart by a prefix', async () => {
  const tools = await mcp.tools({ filter: ({ readOnly }) => readOnly, prefix: 'clinic' })
  expect(tools.map(({ name }) => name)).toEqual(['clinic_echo'])
  expect(await tools[0]?.call({ words: 'hi' })).toBe('hi')
  await expect(mcp.tools({ prefix: 'a b' })).rejects.toThrow(OptionError)
  // @ts-expect-error one of two words
  await expect(mcp.tools({ result: 'json' })).rejects.toThrow(OptionError)
})

test('a tool is called by its own name, whatever we call it', async () => {
  expect(await call('files_read')).toBe('read by its own name')
})

test('texts of a result are joined, and no content is an empty text', async () => {
  expect(await call('two')).toBe('one\ntwo')
  expect(await call('nothing')).toBe('')
})

test('structured content is given on request, and the text where there is none', async () => {
  expect(await call('add', { a: 2, b: 3 })).toBe('The sum is 5.')
  const add = await toolOf(mcp, 'add', { result: 'structured' })
  expect(await add.call({ a: 2, b: 3 })).toEqual({ sum: 5 })
  const echo = await toolOf(mcp, 'echo', { result: 'structured' })
  expect(await echo.call({ words: 'hi' })).toBe('hi')
})

test("images, recordings and files are core's, among the texts around them", async () => {
  expect(await call('photo')).toEqual(png)
  expect(await call('mixed')).toEqual([
    'Look:',
    png,
    'and',
    new Audio({ data: 'UklGRg==', format: 'wav' }),
    'a memo',
    new File({ data: 'data:application/zip;base64,UEsD', filename: 'x.zip' }),
    '[resource memo://b] b: another memo',
  ])
})

test('a failed tool throws what it said, and nothing else', async () => {
  const error = await caught(call('fail'))
  expect(error).toBeInstanceOf(MCPError)
  expect(error).toMatchObject({ reason: 'tool', message: 'The bed is taken.' })
})

test('a request that the server refuses throws its words and its code', async () => {
  expect(await caught(call('refuse'))).toMatchObject({
    reason: 'refused',
    serverCode: -32602,
    message: expect.stringContaining('refused the request: not on my watch'),
  })
})

test('twenty calls at once get their own answers', async () => {
  const echo = await toolOf(mcp, 'echo')
  const words = Array.from({ length: 20 }, (_, index) => `call ${index}`)
  expect(await Promise.all(words.map((word) => echo.call({ words: word })))).toEqual(words)
})

test('resources are listed, and patterns of them', async () => {
  expect(await mcp.resources()).toEqual([
    { uri: 'memo://rules', name: 'rules', mediaType: 'text/plain', size: 12 },
    { uri: 'memo://photo.png', name: 'photo', description: 'The house.' },
  ])
  expect(await mcp.resourceTemplates()).toEqual([{ uriTemplate: 'memo://{name}', name: 'memo' }])
})

test('a text resource is read as a document, other data as what its type says', async () => {
  const rules = new Document({ data: 'Wash your hands.', title: 'memo://rules' })
  expect(await mcp.readResource('memo://rules')).toEqual([rules])
  expect(await mcp.readResource('memo://photo.png')).toEqual([png])
  expect(await mcp.readResource('memo://both')).toEqual([
    new Document({ data: 'a', title: 'memo://a' }),
    new File({ data: 'data:application/zip;base64,UEsD', filename: 'c.zip' }),
  ])
  await expect(mcp.readResource('memo://none')).rejects.toThrow('no memo at memo://none')
})

test('prompts are listed, and filled in as messages', async () => {
  expect(await mcp.prompts()).toEqual([
    { name: 'triage', arguments: [{ name: 'ticket', required: true }] },
  ])
  expect(await mcp.getPrompt('triage', { ticket: 'Fire!' })).toEqual([
    { role: 'user', content: 'Triage: Fire!' },
    { role: 'user', content: [{ type: 'image', url: png.url }] },
    { role: 'assistant', content: 'Urgent.' },
  ])
})
