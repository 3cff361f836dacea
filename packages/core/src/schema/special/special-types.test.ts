import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { InputError } from '../../errors/input-error.ts'
import { Audio } from './audio.ts'
import { Citations } from './citations.ts'
import { Code } from './code.ts'
import { Document } from './document.ts'
import { File } from './file.ts'
import { Image } from './image.ts'
import { Reasoning } from './reasoning.ts'
import { Tool } from './tool.ts'
import { ToolCall } from './tool-call.ts'
import { ToolCalls } from './tool-calls.ts'

const pixel = Buffer.from('iVBORw0KGgo=', 'base64')

async function fileNamed(name: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ockham-')), name)
  await writeFile(path, pixel)
  return path
}

test('an image is made of a URL, of bytes, of a file', async () => {
  expect(new Image('https://x.y/a.png').url).toBe('https://x.y/a.png')
  expect({ ...new Image({ url: 'gs://x/a.png' }) }).toEqual({ url: 'gs://x/a.png' })
  expect(Image.fromBytes(pixel, 'image/png').url).toBe('data:image/png;base64,iVBORw0KGgo=')
  const fromFile = await Image.fromPath(await fileNamed('a.PNG'))
  expect(fromFile.url).toBe('data:image/png;base64,iVBORw0KGgo=')
})

test('an image is downloaded only when asked for, and only over http', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/missing' ? 404 : 200
    response.setHeader('content-type', request.url === '/page' ? 'text/html' : 'image/png')
    response.end(pixel)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  try {
    const { url } = await Image.fromURL(`${origin}/a`)
    expect(url).toBe('data:image/png;base64,iVBORw0KGgo=')
    await expect(Image.fromURL(`${origin}/missing`)).rejects.toThrow(/answered 404/)
    await expect(Image.fromURL(`${origin}/page`)).rejects.toThrow(/is no image/)
    await expect(Image.fromURL('file:///etc/passwd')).rejects.toThrow(InputError)
    const signal = AbortSignal.abort()
    await expect(Image.fromURL(`${origin}/a`, { signal })).rejects.toThrow(/abort/i)
  } finally {
    server.close()
  }
})

test('what is no image says so', async () => {
  expect(() => new Image('a.png')).toThrow(/http, https, gs or data URL/)
  await expect(Image.fromPath('/tmp/a.unknown')).rejects.toThrow(/media type is not known/)
})

test('audio is made of base64, of a data URL, of a file', async () => {
  expect({ ...new Audio('data:audio/x-wav;base64,AAAA') }).toEqual({ data: 'AAAA', format: 'wav' })
  const audio = await Audio.fromPath(await fileNamed('a.wav'))
  expect({ ...audio }).toEqual({ data: 'iVBORw0KGgo=', format: 'wav' })
  expect(() => new Audio('a.wav')).toThrow(InputError)
})

test('a file is made of a data URL, of bytes, of an upload’s id, of a path', async () => {
  const path = await fileNamed('a.pdf')
  const data = 'data:application/pdf;base64,iVBORw0KGgo='
  expect({ ...(await File.fromPath(path)) }).toEqual({ data, filename: 'a.pdf' })
  expect({ ...File.fromFileId('f-1') }).toEqual({ fileId: 'f-1' })
  expect({ ...new File(data) }).toEqual({ data })
  expect(() => new File('a.pdf')).toThrow(InputError)
})

test('a document is a text with a title', () => {
  expect({ ...new Document('Water boils.') }).toEqual({ data: 'Water boils.' })
  expect(new Document({ data: 'x', title: 'T' }).title).toBe('T')
  expect(() => new Document({ data: 'x', mediaType: 'image/png' })).toThrow(InputError)
})

test('citations are read in DSPy’s spelling too', () => {
  const wire = [{ cited_text: 'x', document_index: 0, start_char_index: 0, end_char_index: 1 }]
  const read = new Citations(JSON.parse(JSON.stringify(wire)))
  expect(read.citations).toEqual([
    { type: 'char_location', citedText: 'x', documentIndex: 0, startCharIndex: 0, endCharIndex: 1 },
  ])
})

test('code and reasoning are texts', () => {
  expect(Code('```ts\nlet x\n```')).toBe('let x')
  expect(Reasoning('because')).toBe('because')
})

const weather = new Tool({
  name: 'weather',
  description: 'The weather.',
  input: z.object({ city: z.string().describe('a town'), days: z.number().int().default(3) }),
  execute: ({ city, days }) => `${city}: ${days} days of rain`,
})

test('a tool describes its arguments by their schema', () => {
  expect(weather.parameters).toEqual({
    type: 'object',
    properties: {
      city: { type: 'string', description: 'a town' },
      days: { type: 'integer', default: 3 },
    },
    required: ['city'],
  })
})

test('a tool call finds its tool, whose arguments are checked', async () => {
  const { toolCalls } = new ToolCalls([{ name: 'weather', args: { city: 'Oslo' } }])
  expect(await toolCalls[0]?.execute([weather])).toBe('Oslo: 3 days of rain')
  await expect(weather.call({ city: 'Oslo', days: 'many' })).rejects.toThrow(/do not fit: "days"/)
  await expect(new ToolCall({ name: 'f', args: {} }).execute([weather])).rejects.toThrow(
    'There is no tool `f`; the tools are: weather.',
  )
  const told = new Tool({ name: 'f', parameters: { type: 'object', properties: {} } })
  await expect(told.call({})).rejects.toThrow(/has no `execute`/)
})

test('the vendors’ shape of a call is read', () => {
  const vendor = { id: 'c1', function: { name: 'f', arguments: '{"x": 1}' } }
  expect({ ...new ToolCall(JSON.parse(JSON.stringify(vendor))) }).toEqual({
    id: 'c1',
    name: 'f',
    args: { x: 1 },
  })
})
