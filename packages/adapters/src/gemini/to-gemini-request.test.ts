import { type LMConfig, type LMMessage, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { toGeminiRequest } from './to-gemini-request.ts'

const user: LMMessage = { role: 'user', content: 'hi' }
const request = (
  config: LMConfig,
  messages: LMMessage[] = [user],
  model = 'gemini-2.5-flash',
): object => toGeminiRequest({ model, messages, config, streamed: true })

test('settings have the names of the wire, and extra is merged', () => {
  const config: LMConfig = {
    temperature: 0,
    maxTokens: 9,
    topP: 0.5,
    stop: ['x'],
    n: 2,
    seed: 7,
    logprobs: 3,
    extra: { generationConfig: { topK: 5 }, safetySettings: [] },
  }
  expect(request(config)).toEqual({
    contents: [{ role: 'user', parts: [{ text: 'hi' }] }],
    generationConfig: {
      temperature: 0,
      maxOutputTokens: 9,
      topP: 0.5,
      stopSequences: ['x'],
      candidateCount: 2,
      seed: 7,
      responseLogprobs: true,
      logprobs: 3,
      topK: 5,
    },
    safetySettings: [],
  })
})

test.for([
  ['gemini-2.5-flash', 'none', { thinkingBudget: 0 }],
  ['gemini-2.5-pro', 'none', { thinkingBudget: 128 }],
  ['gemini-2.5-flash', 'high', { includeThoughts: true, thinkingBudget: 24_576 }],
  ['gemini-3-flash-preview', 'minimal', { includeThoughts: true, thinkingLevel: 'low' }],
  ['gemini-flash-latest', 'medium', { includeThoughts: true, thinkingLevel: 'medium' }],
  ['gemini-2.0-flash', 'high', undefined],
  ['gemma-3-27b-it', 'high', undefined],
] as const)('%s with the effort %s thinks %j', ([model, reasoningEffort, thinkingConfig]) => {
  const config = thinkingConfig && { generationConfig: { thinkingConfig } }
  const contents = [{ role: 'user', parts: [{ text: 'hi' }] }]
  expect(request({ reasoningEffort }, [user], model)).toEqual({ contents, ...config })
})

test('a schema is sent as it is, with the type JSON', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' } } }
  const responseFormat = { type: 'json_schema', name: 'x', schema } as const
  expect(request({ responseFormat })).toMatchObject({
    generationConfig: { responseMimeType: 'application/json', responseJsonSchema: schema },
  })
})

test.for([
  ['auto', { mode: 'AUTO' }],
  ['none', { mode: 'NONE' }],
  ['required', { mode: 'ANY' }],
  [{ name: 'add' }, { mode: 'ANY', allowedFunctionNames: ['add'] }],
] as const)('the tool choice %j is %j', ([toolChoice, functionCallingConfig]) => {
  const parameters = { type: 'object' }
  const tools = [{ name: 'add', description: 'adds', parameters }]
  expect(request({ tools, toolChoice })).toMatchObject({
    tools: [
      {
        functionDeclarations: [
          { name: 'add', description: 'adds', parametersJsonSchema: parameters },
        ],
      },
    ],
    toolConfig: { functionCallingConfig },
  })
})

const conversation: LMMessage[] = [
  { role: 'system', content: 'Be brief.' },
  user,
  {
    role: 'assistant',
    content: '',
    toolCalls: [
      { id: 'call_0', name: 'add', arguments: '{"a":1}' },
      { id: 'x1', name: 'now', arguments: 'oops' },
    ],
  },
  { role: 'tool', toolCallId: 'call_0', content: '3' },
  { role: 'tool', toolCallId: 'x1', content: '{"time":5}' },
  { role: 'user', content: 'and?' },
]

test('tools answer by name, in one turn, and only ids of the vendor go back to it', () => {
  expect(request({}, conversation)).toEqual({
    systemInstruction: { parts: [{ text: 'Be brief.' }] },
    contents: [
      { role: 'user', parts: [{ text: 'hi' }] },
      {
        role: 'model',
        parts: [
          { functionCall: { name: 'add', args: { a: 1 } } },
          { functionCall: { id: 'x1', name: 'now', args: { arguments: 'oops' } } },
        ],
      },
      {
        role: 'user',
        parts: [
          { functionResponse: { name: 'add', response: { output: 3 } } },
          { functionResponse: { id: 'x1', name: 'now', response: { time: 5 } } },
          { text: 'and?' },
        ],
      },
    ],
  })
})

test('from version 3 on the first call of a turn says that it has no signature', () => {
  const body = JSON.stringify(request({}, conversation, 'gemini-3-pro-preview'))
  expect(body.match(/skip_thought_signature_validator/g)).toHaveLength(1)
})

test('Gemma reads the instructions in the turn of the user', () => {
  expect(request({}, conversation.slice(0, 2), 'gemma-3-27b-it')).toEqual({
    contents: [{ role: 'user', parts: [{ text: 'Be brief.' }, { text: 'hi' }] }],
  })
})

test('media are sent inline or by their address', () => {
  const content: LMMessage['content'] = [
    { type: 'image', url: 'data:image/png;base64,aQ==' },
    { type: 'image', url: 'https://example.org/a.JPG?x=1' },
    { type: 'image', url: 'gs://bucket/a' },
    { type: 'audio', data: 'YQ==', format: 'wav' },
    { type: 'file', data: 'cGRm' },
    { type: 'file', fileId: 'https://generativelanguage.googleapis.com/v1beta/files/a' },
    { type: 'document', data: 'text', mediaType: 'text/plain', title: 'T' },
    { type: 'document', data: 'cGRm', mediaType: 'application/pdf' },
  ]
  const pdf = { inlineData: { mimeType: 'application/pdf', data: 'cGRm' } }
  expect(request({}, [{ role: 'user', content }])).toMatchObject({
    contents: [
      {
        parts: [
          { inlineData: { mimeType: 'image/png', data: 'aQ==' } },
          { fileData: { fileUri: 'https://example.org/a.JPG?x=1', mimeType: 'image/jpeg' } },
          { fileData: { fileUri: 'gs://bucket/a' } },
          { inlineData: { mimeType: 'audio/wav', data: 'YQ==' } },
          pdf,
          { fileData: { fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/a' } },
          { text: 'T\n\ntext' },
          pdf,
        ],
      },
    ],
  })
})

test('media in a system message are refused', () => {
  const content: LMMessage['content'] = [{ type: 'image', url: 'https://example.org/a.png' }]
  expect(() => request({}, [{ role: 'system', content }])).toThrow(UnsupportedFeatureError)
})
