import { expect, test } from 'vitest'
import { z } from 'zod'
import type { LMToolCall } from '../../lm/lm-tool.ts'
import { Module } from '../../module/module.ts'
import { tool } from '../../schema/special/define-tool.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { ReActV2 } from './react-v2.ts'

const echo = tool({
  name: 'echo',
  input: z.object({ text: z.string() }),
  execute: ({ text }) => text,
})
const capabilities = { tools: true }

function call(name: string, args: object): LMToolCall {
  return { id: '', name, arguments: JSON.stringify(args) }
}

test('a stream shows thoughts, calls and tools, and ends with the prediction', async () => {
  const agent = new ReActV2('question -> answer', { tools: [echo] })
  const lm = new MockLM(
    [
      { text: 'Both.', toolCalls: [call('echo', { text: 'a' }), call('echo', { text: 'b' })] },
      { toolCalls: [call('submit', { answer: 'ab' })] },
    ],
    { capabilities },
  )
  const shown: string[] = []
  for await (const event of streamify(agent)({ question: 'x' }, { lm })) {
    if (event.type === 'field') shown.push(`${event.predictor}.${event.field} ${event.delta}`)
    if (event.type === 'tool-start') shown.push(`start ${event.callId}`)
    if (event.type === 'prediction') shown.push(event.prediction.answer)
  }
  const calls = (list: object[]): string =>
    JSON.stringify({ tool_calls: list }).replaceAll(/([:,])(?=["{[])/g, '$1 ')
  expect(shown).toEqual([
    'react.next_thought Both.',
    `react.tool_calls ${calls([
      { name: 'echo', args: { text: 'a' } },
      { name: 'echo', args: { text: 'b' } },
    ])}`,
    'start call_0_0',
    'start call_0_1',
    'react.next_thought ',
    `react.tool_calls ${calls([{ name: 'submit', args: { answer: 'ab' } }])}`,
    'start call_1_0',
    'ab',
  ])
})

test('outputs that are read out of what was found are shown as those of `extract`, however deep', async () => {
  class Desk extends Module<{ question: string }, { answer: string }> {
    agent = new ReActV2('question -> answer', { tools: [echo], maxIters: 1 })
    forward(inputs: { question: string }) {
      return this.agent(inputs)
    }
  }
  const lm = new MockLM(
    ({ config }) =>
      config?.tools ? 'No.' : '[[ ## reasoning ## ]]\nSo.\n\n[[ ## answer ## ]]\nfor now',
    { capabilities },
  )
  const desk = new Desk()
  let answer = ''
  const stream = streamify(desk)({ question: 'x' }, { lm })
  for await (const event of stream) {
    if (event.type === 'field' && event.predictor === 'agent.extract' && event.field === 'answer')
      answer += event.delta
  }
  expect(answer).toBe('for now')
  expect((await stream.prediction).answer).toBe('for now')
  expect(desk.namedPredictors().map(([name]) => name)).toEqual(['agent.react'])
})

test('a reader who leaves ends the run', async () => {
  const agent = new ReActV2('question -> answer', { tools: [echo] })
  const lm = new MockLM(() => ({ toolCalls: [call('echo', { text: 'a' })] }), { capabilities })
  const stream = streamify(agent)({ question: 'x' }, { lm })
  for await (const event of stream) if (event.type === 'tool-end') break
  await expect(stream.prediction).rejects.toMatchObject({ code: 'aborted' })
  expect(lm.requests.length).toBeLessThan(3)
})
