import { setTimeout as sleep } from 'node:timers/promises'
import { LMInvalidRequestError, type LMRequest, UnsupportedFeatureError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../../__fixtures__/caught.ts'
import { type ScriptedServer, scriptedServer } from '../../__fixtures__/scripted-server.ts'
import { hello } from '../../__fixtures__/vendor-wire.ts'
import { azure } from '../../azure/azure.ts'
import { openaiCompatible } from '../../openai-compatible/openai-compatible.ts'
import { openai } from '../openai.ts'

const json = { 'content-type': 'application/json' }
const whole = '{"choices":[{"message":{"content":"ok"},"finish_reason":"stop"}]}'

/** A server that refuses parameters one by one, each with the error given for it. */
function picky(refusals: Record<string, object>, status = 400): Promise<ScriptedServer> {
  return scriptedServer((response, { body }) => {
    const name = Object.keys(refusals).find((parameter) => parameter in body)
    if (name === undefined) response.writeHead(200, json).end(whole)
    else response.writeHead(status, json).end(JSON.stringify(refusals[name]))
  })
}

const unsupported = (param: string, code = 'unsupported_parameter'): object => ({
  error: {
    message: `Not with this model: '${param}'.`,
    param,
    code,
    type: 'invalid_request_error',
  },
})
const said = (message: string): object => ({ error: { message, type: 'invalid_request_error' } })

const request: LMRequest = {
  ...hello,
  config: { temperature: 0, topP: 0.5, maxTokens: 7, logprobs: 2, seed: 1 },
}

test.for([
  ['a code', unsupported('temperature', 'unsupported_value'), 'temperature'],
  ['a phrase of OpenAI', said('Unrecognized request argument supplied: seed'), 'seed'],
  ['a phrase of Groq', said('`logprobs` is not supported with this model'), 'logprobs'],
  ['a phrase of another', said("property 'top_p' is unsupported"), 'top_p'],
] as const)(
  'a parameter that is refused with %s is left out and asked again at once',
  async ([, refusal, name]) => {
    await using server = await picky({ [name]: refusal })
    const lm = openaiCompatible({ baseURL: server.url, model: 'tiny' })
    expect((await lm.generate(request)).outputs[0]?.text).toBe('ok')
    expect(server.requests).toHaveLength(2)
    await lm.generate(request)
    // What was refused once is not sent again.
    expect(server.requests).toHaveLength(3)
    expect(server.requests[2]?.body).not.toHaveProperty(name)
    expect(server.requests[2]?.body).toMatchObject({ max_tokens: 7 })
  },
)

test.for([
  [
    'max_tokens',
    'max_completion_tokens',
    (baseURL: string) => openaiCompatible({ baseURL, model: 'x' }),
  ],
  [
    'max_completion_tokens',
    'max_tokens',
    (baseURL: string) => openai('o3', { baseURL, apiKey: 'k' }),
  ],
  [
    'max_tokens',
    'max_completion_tokens',
    (baseURL: string) => azure('dep', { baseURL, apiKey: 'k' }),
  ],
] as const)('%s becomes %s where the server wants that', async ([old, other, make]) => {
  await using server = await picky({ [old]: unsupported(old) })
  await make(server.url).generate(request)
  expect(server.requests[1]?.body).toMatchObject({ [other]: 7 })
  expect(server.requests[1]?.body).not.toHaveProperty(old)
})

test('the list of a server that checks its input strictly is read', async () => {
  const detail = [
    { type: 'extra_forbidden', loc: ['body', 'seed'], msg: 'Extra inputs are not permitted' },
  ]
  await using server = await picky({ seed: { detail } }, 422)
  await openaiCompatible({ baseURL: server.url, model: 'tiny' }).generate(request)
  expect(server.requests).toHaveLength(2)
})

test('two parameters are given up for one call, and a third is an error', async () => {
  const refusals = {
    temperature: unsupported('temperature'),
    top_p: unsupported('top_p'),
    seed: unsupported('seed'),
  }
  await using server = await picky(refusals)
  const lm = openaiCompatible({ baseURL: server.url, model: 'tiny' })
  expect(await caught(lm.generate(request))).toBeInstanceOf(LMInvalidRequestError)
  expect(server.requests).toHaveLength(3)
  // The next call has two of them behind it.
  await lm.generate(request)
  expect(server.requests).toHaveLength(5)
})

test('a server that wants neither name of the limit is not asked for ever', async () => {
  const refusals = {
    max_tokens: unsupported('max_tokens'),
    max_completion_tokens: unsupported('max_completion_tokens'),
  }
  await using server = await picky(refusals)
  const lm = openaiCompatible({ baseURL: server.url, model: 'tiny' })
  expect(await caught(lm.generate(request))).toBeInstanceOf(LMInvalidRequestError)
  expect(server.requests).toHaveLength(2)
})

test.for([
  ['response_format', { responseFormat: { type: 'json_object' } }],
  ['tools', { tools: [{ name: 'add', parameters: {} }] }],
] as const)('%s is never left out', async ([name, config]) => {
  const text = `Invalid parameter: '${name}' of type 'json_schema' is not supported with this model.`
  await using server = await picky({ [name]: said(text) })
  const lm = openaiCompatible({ baseURL: server.url, model: 'tiny' })
  // The table is read-only, which requests are not.
  const error = await caught(
    lm.generate({ ...hello, config: config as LMRequest['config'] & object }),
  )
  expect(error).toBeInstanceOf(UnsupportedFeatureError)
  expect(String(error)).toContain(name)
  expect(server.requests).toHaveLength(1)
})

test('calls under way together all learn from the refusal', async () => {
  await using server = await scriptedServer(async (response, { body }) => {
    await sleep(20)
    if ('temperature' in body) {
      response.writeHead(400, json).end(JSON.stringify(unsupported('temperature')))
    } else response.writeHead(200, json).end(whole)
  })
  const warnings: string[] = []
  const listen = ({ message }: Error): number => warnings.push(message)
  process.on('warning', listen)
  const lm = openaiCompatible({ baseURL: server.url, model: 'together' })
  await Promise.all([lm.generate(request), lm.generate(request), lm.generate(request)])
  await sleep(5)
  process.off('warning', listen)
  expect(server.requests).toHaveLength(6)
  expect(warnings.filter((text) => text.includes('together: the server'))).toEqual([
    'together: the server does not take `temperature`; from now on it is left out.',
  ])
})

test('another error of the request is not taken for a refusal', async () => {
  const message = 'The prompt says: unsupported parameter: banana'
  await using server = await picky({ temperature: said(message) })
  const lm = openaiCompatible({ baseURL: server.url, model: 'tiny' })
  expect(await caught(lm.generate(request))).toBeInstanceOf(LMInvalidRequestError)
  expect(server.requests).toHaveLength(1)
})
