import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { replying } from '../code/__fixtures__/replying.ts'
import { scriptedInterpreter, submitting } from '../code/__fixtures__/scripted-interpreter.ts'
import { RLM } from './rlm.ts'

const inputs = { context: 'long' }
const step = (code: string) => ({ reasoning: 'Look\nfirst.', code })

test('what the LM thinks and writes streams, then the extracted answer', async () => {
  const { interpreter } = scriptedInterpreter({ output: 'seven' })
  const code = '```javascript\nconsole.log(1)\n```'
  const lm = replying([step(code), { answer: 'It is seven.' }], { chunkCharacters: 3 })
  const explore = new RLM('context -> answer', { interpreter, maxIters: 1 })
  const shown: Record<string, string> = {}
  const stream = streamify(explore)(inputs, { lm })
  for await (const event of stream) {
    if (event.type !== 'field') continue
    const key = `${event.predictor} ${event.field}`
    shown[key] = (shown[key] ?? '') + event.delta
  }
  expect(shown).toEqual({
    'generate_action reasoning': 'Look\nfirst.',
    'generate_action code': code,
    'extract answer': 'It is seven.',
  })
  expect((await stream.prediction).answer).toBe('It is seven.')
})

test('a reader who leaves aborts what the code asks of the sub LM', async () => {
  let signal: AbortSignal | undefined
  const subLM = new MockLM((request) => {
    signal = request.signal
    return new Promise(() => undefined)
  })
  const { interpreter, made } = scriptedInterpreter(async ({ llm_query }) => ({
    output: String(await llm_query?.('Who?')),
  }))
  const explore = new RLM('context -> answer', { interpreter, subLM })
  const stream = streamify(explore, { statusMessages: { lmStart: () => 'asking' } })(inputs, {
    lm: replying([step('x')]),
  })
  let asking = 0
  for await (const event of stream) {
    if (event.type === 'status') asking += 1
    if (asking === 2) break
  }
  await expect(stream.prediction).rejects.toBeInstanceOf(AbortError)
  expect(signal?.aborted).toBe(true)
  expect(made[0]?.closed).toBe(1)
})

test('a signal ends it at once', async () => {
  const { interpreter, made } = scriptedInterpreter(() => new Promise(() => undefined))
  const abort = new AbortController()
  const explore = new RLM('context -> answer', { interpreter })
  const run = explore(inputs, { lm: replying([step('x')]), signal: abort.signal })
  setTimeout(() => abort.abort(), 20)
  await expect(run).rejects.toBeInstanceOf(AbortError)
  expect(made[0]?.closed).toBe(1)
})

test("states have DSPy's keys and make the round trip, and a copy works", async () => {
  const { interpreter } = scriptedInterpreter(submitting('x'))
  const explore = new RLM('context -> answer', { interpreter })
  expect(Object.keys(explore.dumpState().predictors)).toEqual(['generate_action', 'extract'])
  const tuned = explore.copy()
  tuned.extract.demos = [{ variables_info: 'v', repl_history: 'h', answer: 'a' }]
  expect(explore.extract.demos).toEqual([])
  explore.loadState(tuned.dumpState())
  expect(explore.dumpState()).toEqual(tuned.dumpState())
  expect((await tuned(inputs, { lm: replying([step('x')]) })).answer).toBe('x')
  const other = new RLM('context -> answer')
  other.loadState(tuned.dumpState({ format: 'dspy' }))
  expect(other.extract.demos).toEqual(tuned.extract.demos)
})
