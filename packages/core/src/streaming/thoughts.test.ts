import { expect, test } from 'vitest'
import type { LMStreamEvent } from '../lm/lm-stream-event.ts'
import { Predict } from '../predict/predict.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import { tool } from '../schema/special/define-tool.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { collect, collectFields } from './__fixtures__/collect.ts'
import { finish, piece, streamingLM } from './__fixtures__/streaming-lm.ts'
import { streamify } from './streamify.ts'

const reply = '[[ ## answer ## ]]\n42\n\n[[ ## completed ## ]]'
const thought = (text: string): LMStreamEvent => ({ type: 'reasoning-delta', index: 0, text })
const think = new Predict('question -> thoughts: Reasoning, answer')

/** An LM that thinks aloud in two pieces, and then replies. */
async function* thinking(text = reply): AsyncGenerator<LMStreamEvent> {
  yield thought('First this, ')
  yield thought('then that.')
  yield piece(text)
  const end = finish(text)
  if (end.type === 'finish' && end.response.outputs[0]) {
    end.response.outputs[0].reasoning = 'First this, then that.'
  }
  yield end
}

test('what an LM thinks comes as it thinks it', async () => {
  const lm = streamingLM(() => thinking())
  const events = await collect(
    streamify(new Predict('question -> answer'))({ question: '?' }, { lm }),
  )
  expect(events.filter(({ type }) => type === 'reasoning')).toEqual([
    { type: 'reasoning', predictor: 'self', delta: 'First this, ' },
    { type: 'reasoning', predictor: 'self', delta: 'then that.' },
  ])
})

test.each([
  [{ reasoning: true }, reply],
  [{}, `[[ ## thoughts ## ]]\nnot these\n\n${reply}`],
])(
  'a Reasoning output streams what the LM thinks beside its reply (%j)',
  async (capabilities, text) => {
    const lm = streamingLM(() => thinking(text), capabilities)
    const stream = streamify(think)({ question: '?' }, { lm })
    const events = await collect(stream)
    const fields = events.flatMap((event) => (event.type === 'field' ? [event] : []))
    const thoughts = fields.filter(({ field }) => field === 'thoughts')
    expect(thoughts.map(({ delta }) => delta)).toEqual(['First this, ', 'then that.', ''])
    expect(thoughts.map(({ done }) => done)).toEqual([false, false, true])
    expect(events.some(({ type }) => type === 'restart')).toBe(false)
    expect((await stream.prediction).thoughts).toBe('First this, then that.')
  },
)

test('where the LM tells no thoughts, a Reasoning output streams from the reply', async () => {
  const lm = new MockLM({ thoughts: 'as a field', answer: '42' })
  const fields = await collectFields(streamify(think)({ question: '?' }, { lm }))
  const thoughts = fields.filter(({ field }) => field === 'thoughts')
  expect(thoughts.map(({ delta }) => delta).join('')).toBe('as a field')
})

test('a listener to one field hears no thoughts', async () => {
  const program = streamify(think, { listen: [{ field: 'answer' }] })
  const lm = streamingLM(() => thinking(), { reasoning: true })
  const events = await collect(program({ question: '?' }, { lm }))
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['field', 'prediction']))
})

test('a tool call comes in the pieces in which it is written, and a restart voids it', async () => {
  const weather = tool({ name: 'weather', description: '', execute: () => 'rain' })
  const act = new Predict('question, tools: list[Tool] -> calls: ToolCalls')
  const call = { type: 'tool-call-delta', index: 0, call: 0 } as const
  const lm = streamingLM(
    async function* () {
      yield { ...call, id: 'c0', name: 'weather' }
      yield { type: 'restart', reason: new Error('again') as never }
      yield { ...call, id: 'c1', name: 'weather', arguments: '{"city"' }
      yield { ...call, arguments: ': "Paris"}' }
      const end = finish('')
      if (end.type === 'finish' && end.response.outputs[0]) {
        const args = '{"city": "Paris"}'
        end.response.outputs[0].toolCalls = [{ id: 'c1', name: 'weather', arguments: args }]
      }
      yield end
    },
    { tools: true },
  )
  const options = { lm, adapter: new JSONAdapter() }
  const stream = streamify(act)({ question: '?', tools: [weather] }, options)
  const events = await collect(stream)
  const about = { type: 'tool-call', predictor: 'self', call: 0 }
  expect(events.filter(({ type }) => type === 'tool-call' || type === 'restart')).toEqual([
    { ...about, id: 'c0', name: 'weather', delta: '' },
    { type: 'restart', predictor: 'self' },
    { ...about, id: 'c1', name: 'weather', delta: '{"city"' },
    { ...about, delta: ': "Paris"}' },
  ])
  expect((await stream.prediction).calls.toolCalls).toMatchObject([{ args: { city: 'Paris' } }])
})
