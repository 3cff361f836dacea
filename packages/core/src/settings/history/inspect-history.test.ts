import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import type { LMOutput } from '../../lm/lm-response.ts'
import { Module } from '../../module/module.ts'
import { countedCall } from '../../predict/attempt.ts'
import { Predict } from '../../predict/predict.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { clearHistory } from './call-ring.ts'
import { inspectHistory } from './inspect-history.ts'

const silent = { write: () => undefined }
const question = { question: 'why?' }

beforeEach(() => clearHistory())
afterEach(() => vi.unstubAllEnvs())

/** Makes one call with these messages and this reply. */
async function call(messages: LMMessage[], reply: string | Partial<LMOutput>): Promise<void> {
  await countedCall(new MockLM([reply], { costUSD: 0.000_123_4 }), { messages })
}

test('the last calls are printed turn by turn with what they took', async () => {
  await call([{ role: 'user', content: 'one' }], 'first')
  await call(
    [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'two' },
    ],
    { text: 'second', reasoning: 'I must.', finishReason: 'length' },
  )
  const text = inspectHistory(1, silent)
  expect(
    text
      .replace(/call-\d+/, 'call')
      .replace(/\d{4}-\S+Z/, 'time')
      .replace(/[\d.]+ ms/, 'ms'),
  ).toBe(`call  mock/mock  time

System message:

Be brief.

User message:

two

Reasoning:

I must.

Response:

second

19 tokens in, 2 out, $0.00012 · ms · length
`)
  expect(inspectHistory(2, silent)).toMatch(/one[\s\S]*first[\s\S]*two[\s\S]*second/)
})

test('media are told of by kind and size, tool calls by name and arguments', async () => {
  const data = 'A'.repeat(4000)
  await call(
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'look' },
          { type: 'image', url: `data:image/png;base64,${data}` },
          { type: 'image', url: 'https://example.com/a.png' },
          { type: 'audio', data: data.slice(0, 40), format: 'wav' },
          { type: 'file', data: `data:application/pdf;base64,${data}`, filename: 'a.pdf' },
          { type: 'document', data: 'some text', mediaType: 'text/plain', title: 'Notes' },
        ],
      },
      { role: 'assistant', content: '', toolCalls: [{ id: 'a1', name: 'find', arguments: '{}' }] },
      { role: 'tool', content: 'found', toolCallId: 'a1' },
    ],
    { toolCalls: [{ id: 'a2', name: 'search', arguments: '{"q":"x"}' }] },
  )
  const text = inspectHistory(1, silent)
  expect(text).toContain(`look
[image: image/png, 3 kB]
[image: https://example.com/a.png]
[audio: wav, 30 bytes]
[file: a.pdf, application/pdf, 3 kB]
[document: Notes, 9 characters]
`)
  expect(text).toContain('Assistant message:\n\n[tool call a1: find({})]\n')
  expect(text).toContain('Tool message (a1):\n\nfound\n')
  expect(text).toContain('Response:\n\n[tool call a2: search({"q":"x"})]\n')
})

test('a failed call shows its error', async () => {
  await new Predict('question -> query')(question, { lm: new MockLM([]) }).catch(() => undefined)
  expect(inspectHistory(1, silent)).toMatch(/Error:\n\nOckhamError: MockLM has 0 replies/)
})

test('a reply cannot steer the terminal', async () => {
  await call([{ role: 'user', content: 'hi' }], 'a\u001b]0;title\u0007b\r\u009bm\tc')
  expect(inspectHistory(1, silent)).toContain('a\\x1b]0;title\\x07b\\x0d\\x9bm\tc')
})

test('a terminal gets colours, anything else only on request', async () => {
  await call([{ role: 'user', content: 'hi' }], 'hello')
  vi.stubEnv('FORCE_COLOR', undefined)
  vi.stubEnv('NO_COLOR', undefined)
  vi.stubEnv('TERM', 'xterm-256color')
  const file = Object.assign(new PassThrough(), { isTTY: false })
  expect(inspectHistory(1, { file })).not.toContain('\u001b[')
  expect(String(file.read())).toContain('hello')
  file.isTTY = true
  expect(inspectHistory(1, { file })).toContain('\u001b[')
  expect(inspectHistory(1, { file, color: false })).not.toContain('\u001b[')
  expect(inspectHistory(1, { ...silent, color: true })).toContain('\u001b[')
})

test('FORCE_COLOR and NO_COLOR decide for a stream', async () => {
  await call([{ role: 'user', content: 'hi' }], 'hello')
  const file = Object.assign(new PassThrough(), {
    isTTY: true,
    getColorDepth: () => (process.env['NO_COLOR'] ? 1 : 8),
  })
  vi.stubEnv('FORCE_COLOR', undefined)
  vi.stubEnv('NO_COLOR', '1')
  expect(inspectHistory(1, { file })).not.toContain('\u001b[')
  file.isTTY = false
  vi.stubEnv('NO_COLOR', undefined)
  vi.stubEnv('FORCE_COLOR', '1')
  expect(inspectHistory(1, { file })).toContain('\u001b[')
})

test('a text goes to one place', () => {
  const write = vi.fn()
  expect(inspectHistory(1, { write })).toBe('No LM calls.\n')
  expect(write).toHaveBeenCalledWith('No LM calls.\n')
  expect(() => inspectHistory(1, { write, file: process.stdout })).toThrow(OptionError)
})

test('a module shows its own calls, and may have a field called history', async () => {
  class Chat extends Module<{ question: string }, { query: string }> {
    history: string[] = []
    ask = new Predict('question -> query')
    override async forward(inputs: { question: string }) {
      this.history.push(inputs.question)
      return this.ask(inputs)
    }
  }
  const [mine, other] = [new Chat(), new Chat()]
  await mine(question, { lm: new MockLM({ query: 'mine' }) })
  await other(question, { lm: new MockLM({ query: 'other' }) })
  expect(mine.inspectHistory(5, silent)).toMatch(/ {2}ask {2}[\s\S]*mine/)
  expect(mine.inspectHistory(5, silent)).not.toContain('other')
  expect(mine.history).toEqual(['why?'])
})
