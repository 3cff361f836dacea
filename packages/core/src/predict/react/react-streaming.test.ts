import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { tool } from '../../schema/special/define-tool.ts'
import { streamify } from '../../streaming/streamify.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { writeReply } from '../../testing/write-reply.ts'
import { ReAct } from './react.ts'

const echo = tool({
  name: 'echo',
  input: z.object({ text: z.string() }),
  execute: ({ text }) => text,
})

function scripted(...replies: (string | Record<string, unknown>)[]): MockLM {
  let at = 0
  return new MockLM(({ messages }) => {
    const reply = replies[at] ?? ''
    at += 1
    return typeof reply === 'string' ? reply : writeReply(reply, messages)
  })
}

function step(name: string, args: object): Record<string, unknown> {
  return { next_thought: `Now ${name}.`, next_tool_name: name, next_tool_args: args }
}

test('a stream shows every step, the tools between, and the answer, field by field', async () => {
  const agent = new ReAct('question -> answer', { tools: [echo] })
  const lm = scripted(step('echo', { text: 'hi' }), step('finish', {}), {
    reasoning: 'So.',
    answer: 'hi there',
  })
  const shown: string[] = []
  const told = new Map<string, string>()
  const stream = streamify(agent)({ question: 'x' }, { lm })
  for await (const event of stream) {
    if (event.type === 'tool-start' || event.type === 'tool-end')
      shown.push(`${event.type} ${event.tool}`)
    if (event.type !== 'field') continue
    const name = `${event.predictor}.${event.field}`
    told.set(name, (told.get(name) ?? '') + event.delta)
    if (event.done) shown.push(name)
  }
  const oneStep = ['next_thought', 'next_tool_name', 'next_tool_args'].map(
    (name) => `react.${name}`,
  )
  expect(shown).toEqual([
    ...oneStep,
    'tool-start echo',
    'tool-end echo',
    ...oneStep,
    'extract.predict.reasoning',
    'extract.predict.answer',
  ])
  expect(told.get('react.next_thought')).toBe('Now echo.Now finish.')
  expect(told.get('extract.predict.answer')).toBe((await stream.prediction).answer)
})

test('what was shown of a step that cannot be read is taken back', async () => {
  const agent = new ReAct('question -> answer', { tools: [echo] })
  const broken = '[[ ## next_thought ## ]]\nHm.\n\n[[ ## next_tool_name ## ]]\nnone'
  const lm = scripted(broken, broken, step('finish', {}), { reasoning: '', answer: 'a' })
  let thought = ''
  for await (const event of streamify(agent)({ question: 'x' }, { lm })) {
    if (event.type === 'restart' && event.predictor === 'react') thought = ''
    if (event.type === 'field' && event.field === 'next_thought') thought += event.delta
  }
  expect(thought).toBe('Now finish.')
})

test('a reader who leaves while a tool runs aborts it', async () => {
  let begin: (signal: AbortSignal) => void = () => undefined
  const begun = new Promise<AbortSignal>((resolve) => {
    begin = resolve
  })
  const slow = tool({
    name: 'slow',
    execute: async (_, { signal }) => {
      begin(signal)
      await sleep(5000, undefined, { signal })
    },
  })
  const agent = new ReAct('question -> answer', { tools: [slow] })
  const lm = scripted(step('slow', {}))
  const stream = streamify(agent)({ question: 'x' }, { lm })
  for await (const event of stream) {
    if (event.type !== 'tool-start') continue
    await begun
    break
  }
  expect((await begun).aborted).toBe(true)
  await expect(stream.prediction).rejects.toMatchObject({ code: 'aborted' })
  expect(lm.requests).toHaveLength(1)
})
