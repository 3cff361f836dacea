import { inspect } from 'node:util'
import { router } from '@ockham/adapters'
import {
  ContentFilterError,
  ContextWindowExceededError,
  LMAuthError,
  LMBillingError,
} from '@ockham/core'
import { expect } from 'vitest'
import { ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { type FaultRow, faultRow } from './harness/fault-row.ts'

const all = ['openai', 'anthropic', 'ollama'] as const
const tooLong = { alone: 'context_window_exceeded', primaryRequests: 1 } as const
const filtered = { alone: 'content_filter', routed: 'content_filter', primaryRequests: 1 } as const
const refused = { alone: 'lm_auth', primaryRequests: 1, wires: all } as const
const unknown = { alone: 'lm_unsupported_model', primaryRequests: 1 } as const

const rows: readonly FaultRow[] = [
  { id: 'F28', title: 'a prompt that is too long, by code', model: 'f28-code', ...tooLong },
  {
    id: 'F28',
    title: 'a prompt that is too long, by wording',
    model: 'f28-text',
    ...tooLong,
    wires: all,
  },
  {
    id: 'F28',
    title: 'a prompt that is too long, by status',
    model: 'f28-413',
    ...tooLong,
    wires: all,
  },
  {
    id: 'F28',
    title: 'a prompt that is too long, in JSON within JSON',
    model: 'f28-nested',
    ...tooLong,
    wires: ['ollama'],
  },
  { id: 'F30', title: 'a blocked prompt is shown to nobody else', model: 'f30-400', ...filtered },
  { id: 'F30', title: "a prompt blocked in Azure's words", model: 'f30-azure', ...filtered },
  { id: 'F31', title: 'a key that is refused', model: 'f31-401', ...refused },
  { id: 'F31', title: 'a key of another organization', model: 'f31-403', ...refused },
  {
    id: 'F32',
    title: 'a model that is not there, by code',
    model: 'f32-404',
    ...unknown,
    wires: all,
  },
  {
    id: 'F32',
    title: 'a model that is not there, by wording',
    model: 'f32-text',
    ...unknown,
    wires: all,
  },
]

for (const row of rows) faultRow(row)

for (const way of ways) {
  for (const model of ['f28-code', 'f28-text', 'f28-nested']) {
    fault('F28', `the error of ${model} knows both sizes (${way})`, async (scene) => {
      const { error } = await scene.fails(scene.lm(model), way)
      expect(ContextWindowExceededError.is(error)).toBe(true)
      expect(error).toMatchObject({ promptTokens: 9001, limitTokens: 8192 })
      expect(error.message).toMatch(/9001.*8192|8192.*9001/)
    })
  }

  fault('F30', `the error names the category (${way})`, async (scene) => {
    const { error } = await scene.fails(scene.lm('f30-azure'), way)
    expect(ContentFilterError.is(error)).toBe(true)
    expect(error.message).toContain('violence')
    expect(error.message).not.toContain('hate')
  })

  for (const wire of all) {
    fault(
      'F31',
      `the error names the variable and shows no key (${wire}, ${way})`,
      async (scene) => {
        const { error } = await scene.fails(scene.lm('f31-401', {}, wire), way)
        expect(LMAuthError.is(error)).toBe(true)
        expect(error.message).toContain(`${wire.toUpperCase()}_API_KEY`)
        expect(inspect(error, { depth: 12, showHidden: true })).not.toMatch(/0123456789|sk-wall/)
      },
    )
  }

  fault('F32', `the error says how to get the model (${way})`, async (scene) => {
    const { error } = await scene.fails(scene.lm('f32-text', {}, 'ollama'), way)
    expect(error.message).toContain('ollama pull f32-text')
  })
}

fault('F03', 'no credit is told apart from a rate limit', async (scene) => {
  const { error } = await scene.fails(scene.lm('f03-quota'), 'generate')
  expect(LMBillingError.is(error)).toBe(true)
})

for (const wire of ['openai', 'anthropic'] as const) {
  fault(
    'F30',
    `a reply blocked midway says so in its finish reason (${wire})`,
    async (scene) => {
      const { response } = await scene.ask(scene.lm('f30-mid-stream', {}, wire), 'stream')
      expect(response?.outputs[0]?.finishReason).toBe('content_filter')
    },
    { costless: true },
  )
}

/** Parameters that a server refuses, with what asks for them. */
const parameters = [
  ['f33-temperature', { temperature: 0.3 }],
  ['f33-max-tokens', { maxTokens: 100 }],
  ['f33-stream-options', {}],
] as const

for (const [model, config] of parameters) {
  fault('F33', `a parameter that ${model} refuses is given up once and for all`, async (scene) => {
    const lm = scene.lm(model, config)
    await scene.right(lm, 'stream')
    const first = scene.requests(model)
    await scene.right(lm, 'stream')
    expect([first, scene.requests(model)]).toEqual([2, 3])
  })
}

fault('F33', 'a parameter that makes the reply is not given up', async (scene) => {
  const lm = scene.lm('f33-format', { responseFormat: { type: 'json_object' } })
  const { error } = await scene.fails(lm, 'generate')
  expect(error.code).toBe('unsupported_feature')
  expect(scene.requests('f33-format')).toBe(1)
})

fault('F28', 'a prompt known to be too long is not sent', async (scene) => {
  const small = { model: scene.lm('f28-code'), capabilities: { contextTokens: 1_000 } }
  const lm = router({ models: [small, scene.lm('ok')], strategy: 'ordered' })
  const content = 'far too long '.repeat(2_000)
  await scene.right(lm, 'stream', { messages: [{ role: 'user', content }] })
  expect(scene.requests('f28-code')).toBe(0)
})

for (const way of ways) {
  for (const wire of ['openai', 'anthropic', 'gemini', 'ollama'] as const) {
    fault(
      'F29',
      `a reply cut at its limit is a reply, and says so (${wire}, ${way})`,
      async (scene) => {
        const { response, restarts } = await scene.right(scene.lm('f29-length', {}, wire), way)
        expect(response?.outputs[0]?.finishReason).toBe('length')
        expect(restarts).toBe(0)
      },
    )
  }
}
