import { type LM, Predict, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { anthropic } from '../anthropic/anthropic.ts'
import { ollama } from '../ollama/ollama.ts'
import { openai } from '../openai/openai.ts'
import type { VendorOptions } from './vendor-options.ts'

const vendors: Record<string, (options: VendorOptions) => LM> = {
  openai: (options) => openai('gpt-4o-mini', options),
  anthropic: (options) => anthropic('claude-haiku-4-5', options),
  ollama: (options) => ollama('llava', options),
}

const png = 'data:image/png;base64,QQ=='
const pdf = 'data:application/pdf;base64,QQ=='

/** What stands in the request for a value of each type; undefined where the vendor cannot take it. */
const wires: [type: string, value: unknown, expected: Record<string, unknown>][] = [
  [
    'Image',
    { url: png },
    {
      openai: { type: 'image_url', image_url: { url: png } },
      anthropic: {
        type: 'image',
        source: { type: 'base64', media_type: 'image/png', data: 'QQ==' },
      },
      ollama: 'QQ==',
    },
  ],
  [
    'Image',
    { url: 'https://x.test/a.png' },
    {
      openai: { type: 'image_url', image_url: { url: 'https://x.test/a.png' } },
      anthropic: { type: 'image', source: { type: 'url', url: 'https://x.test/a.png' } },
      ollama: undefined,
    },
  ],
  [
    'Audio',
    { data: 'QQ==', format: 'wav' },
    {
      openai: { type: 'input_audio', input_audio: { data: 'QQ==', format: 'wav' } },
      anthropic: undefined,
      ollama: undefined,
    },
  ],
  [
    'File',
    { data: pdf, filename: 'a.pdf' },
    {
      openai: { type: 'file', file: { file_data: pdf, filename: 'a.pdf' } },
      anthropic: {
        type: 'document',
        source: { type: 'base64', media_type: 'application/pdf', data: 'QQ==' },
        title: 'a.pdf',
      },
      ollama: undefined,
    },
  ],
  [
    'File',
    { fileId: 'file-1' },
    {
      openai: { type: 'file', file: { file_id: 'file-1' } },
      anthropic: { type: 'document', source: { type: 'file', file_id: 'file-1' } },
      ollama: undefined,
    },
  ],
  [
    'Document',
    { data: 'Water boils.', title: 'Physics' },
    {
      openai: 'Physics\n\nWater boils.',
      anthropic: {
        type: 'document',
        source: { type: 'text', media_type: 'text/plain', data: 'Water boils.' },
        title: 'Physics',
      },
      ollama: 'Physics\\n\\nWater boils.',
    },
  ],
]

const cases = wires.flatMap(([type, value, expected]) =>
  Object.entries(expected).map(([vendor, part]) => ({ vendor, type, value, part })),
)

test.each(cases)('$vendor is sent $type $value as it wants it, or not at all', async (one) => {
  const { vendor, type, value, part } = one
  await using server = await scriptedServer((response) => {
    response.writeHead(418).end('{}')
  })
  const lm = vendors[vendor]?.({ baseURL: server.url, apiKey: 'sk-test' })
  // The type of the field is drawn from the table, so the compiler cannot know it.
  const spec: string = `medium: ${type} -> answer`
  const error = await caught(new Predict(spec)({ medium: value }, lm ? { lm } : {}))
  if (part === undefined) {
    expect(UnsupportedFeatureError.is(error)).toBe(true)
    expect(server.requests).toEqual([])
    return
  }
  const user = JSON.stringify(server.requests[0]?.body['messages'])
  if (typeof part === 'string') expect(user).toContain(part.replaceAll('\n', '\\n'))
  else expect(userParts(server.requests[0]?.body)).toContainEqual(expect.objectContaining(part))
})

function userParts(body: Record<string, unknown> | undefined): unknown[] {
  const messages: unknown = body?.['messages']
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined
  const content: unknown = typeof last === 'object' && last ? Reflect.get(last, 'content') : []
  return Array.isArray(content) ? content : []
}
