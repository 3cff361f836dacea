import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { StateError } from '../../errors/state-error.ts'
import { History } from '../../example/history.ts'
import { ChainOfThought } from '../../predict/chain-of-thought.ts'
import { Predict } from '../../predict/predict.ts'
import { ChatAdapter } from '../../prompt/chat/chat-adapter.ts'
import { Citations } from '../../schema/special/citations.ts'
import { Image } from '../../schema/special/image.ts'
import { ToolCalls } from '../../schema/special/tool-calls.ts'
import { signature } from '../../signature/define-signature.ts'
import { MockLM } from '../../testing/mock-lm.ts'
import { loadProgram } from '../load-program.ts'
import { Module } from '../module.ts'
import { saveProgram } from '../save-program.ts'

/** How DSPy writes that a field has no description. */
const placeholder = (name: string): string => `\${${name}}`

const url = 'https://x.y/z.png'
const mark = (blocks: string): string =>
  `<<CUSTOM-TYPE-START-IDENTIFIER>>${blocks}<<CUSTOM-TYPE-END-IDENTIFIER>>`

function saved(demos: object[], fields: [string, string][], instructions = 'Do it.') {
  return {
    traces: [],
    train: [],
    demos,
    signature: {
      instructions,
      fields: fields.map(([prefix, description]) => ({ prefix, description })),
    },
    lm: null,
  }
}

const qaFields: [string, string][] = [
  ['Question:', placeholder('question')],
  ['Answer:', 'in one word'],
]

test('a bare Predict is saved flat, and its description and instructions come back', () => {
  const program = new Predict('question -> answer')
  program.loadState({
    ...saved([{ question: 'q', answer: 'a', augmented: true }], qaFields),
    metadata: {},
  })
  expect(program.signature.instructions).toBe('Do it.')
  expect(program.signature.outputs).toMatchObject({ answer: { description: 'in one word' } })
  expect(program.demos).toEqual([{ question: 'q', answer: 'a', augmented: true }])
})

test('a state without metadata, as older releases wrote it, is read', () => {
  const program = new ChainOfThought('question -> answer')
  const fields: [string, string][] = [
    ['Question:', placeholder('question')],
    ['Reasoning:', placeholder('reasoning')],
    ['Answer:', placeholder('answer')],
  ]
  program.loadState({ predict: saved([], fields) })
  expect(program.predict.signature.instructions).toBe('Do it.')
})

test('fields that are others by their placeholders are told, and nothing is changed', () => {
  const program = new Predict('question -> answer')
  const other: [string, string][] = [
    ['Query:', placeholder('query')],
    ['Answer:', placeholder('answer')],
  ]
  const error = caught(() => program.loadState(saved([], other)))
  expect(error.differences).toEqual([
    '`self`, field 1: the program has `question`, the state `query`',
  ])
  expect(program.signature.instructions).toMatch(/^Given the fields/)
  const fewer = caught(() => program.loadState(saved([], qaFields.slice(1))))
  expect(fewer.differences).toEqual(['`self` has 2 fields here and 1 in the state'])
})

test('a predictor that is missing on either side is told', () => {
  const program = new ChainOfThought('question -> answer')
  const error = caught(() => program.loadState({ other: saved([], qaFields) }))
  expect(error.differences).toEqual([
    'the state has a predictor `other` that the program lacks',
    'the program has a predictor `predict` that the state lacks',
  ])
})

test('media, citations and tool calls in saved demonstrations are values again', () => {
  const program = new Predict(
    'photo: Image, more: list[Image], any: Any -> calls: ToolCalls, cited: Citations',
  )
  const image = mark(`[{"type": "image_url", "image_url": {"url": "${url}"}}]`)
  const citation =
    '{"cited_text": "x", "document_index": 0, "start_char_index": 0, "end_char_index": 1}'
  const demo = {
    photo: image,
    more: [image],
    any: image,
    calls: { tool_calls: [{ name: 'f', args: { x: 1 } }] },
    cited: mark(`[${citation}]`),
  }
  const names = ['photo', 'more', 'any', 'calls', 'cited']
  program.loadState(
    saved(
      [demo],
      names.map((name) => ['X:', `\${${name}}`]),
    ),
  )
  expect(program.demos).toEqual([
    {
      photo: { url },
      more: [{ url }],
      any: new Image(url),
      calls: { toolCalls: [{ name: 'f', args: { x: 1 } }] },
      cited: {
        citations: [
          {
            type: 'char_location',
            citedText: 'x',
            documentIndex: 0,
            startCharIndex: 0,
            endCharIndex: 1,
          },
        ],
      },
    },
  ])
  const written = program.dumpState({ format: 'dspy' })
  expect(written['demos']).toMatchObject([
    {
      photo: mark(`[{"type":"image_url","image_url":{"url":"${url}"}}]`),
      calls: demo.calls,
      cited: expect.stringContaining('"cited_text":"x"'),
    },
  ])
})

test('a mark that is damaged or stands among other words stays a text', () => {
  const program = new Predict('question -> answer')
  const texts = [mark('[{'), `see ${mark('[]')} here`, mark('[]')]
  program.loadState(
    saved(
      texts.map((question) => ({ question, answer: 'a' })),
      qaFields,
    ),
  )
  expect(program.demos.map(({ question }) => question)).toEqual(texts)
})

test('a file for DSPy keeps whole floats floats, names the model and never a key', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'ockham-')), 'x.json')
  const program = new ChainOfThought('question -> score: float')
  program.predict.demos = [{ question: 'q', reasoning: 'r', score: 3 }]
  program.setLM(new MockLM(['x'], { model: 'openai/gpt-4o-mini' }))
  await saveProgram(program, path, { format: 'dspy' })
  const text = await readFile(path, 'utf8')
  expect(text).toContain('"score": 3.0')
  expect(JSON.parse(text)).toMatchObject({
    predict: {
      signature: {
        fields: [
          { prefix: 'Question:', description: placeholder('question') },
          { prefix: 'Reasoning:', description: placeholder('reasoning') },
          { prefix: 'Score:', description: placeholder('score') },
        ],
      },
      lm: { model: 'openai/gpt-4o-mini' },
    },
    metadata: { dependency_versions: { dspy: '3.3.1' } },
  })
  const again = await loadProgram(new ChainOfThought('question -> score: float'), path)
  expect(again.predict.demos).toEqual(program.predict.demos)
})

function caught(run: () => void): StateError {
  try {
    run()
  } catch (error) {
    if (StateError.is(error)) return error
  }
  throw new Error('no StateError')
}

class Formatter extends Module<{ question: string }, { answer: string }> {
  format = new Predict('question -> answer')
  self = new Predict('question -> score: float')

  override async forward({ question }: { question: string }) {
    return this.format({ question })
  }
}

test('predictors may be named as members of a state are', async () => {
  const program = new Formatter()
  program.self.demos = [{ question: 'q', score: 3 }]
  const path = join(await mkdtemp(join(tmpdir(), 'ockham-')), 'state.json')
  await saveProgram(program, path, { format: 'dspy' })
  expect(await readFile(path, 'utf8')).toContain('"score": 3.0')
  const loaded = await loadProgram(new Formatter(), path)
  expect(loaded.self.demos).toEqual([{ question: 'q', score: 3 }])
  expect(loaded.dumpState()).toEqual(program.dumpState())
})

test('DSPy has no room for a predictor named metadata, and we say so', () => {
  class Described extends Module<{ question: string }, { answer: string }> {
    metadata = new Predict('question -> answer')

    override async forward(inputs: { question: string }) {
      return this.metadata(inputs)
    }
  }
  expect(() => new Described().dumpState({ format: 'dspy' })).toThrow(/metadata.*rename/)
})

test('tool calls within a history are written in DSPy’s spelling, and come back', () => {
  const program = new Predict('question, history: History -> answer, calls: ToolCalls')
  const calls = new ToolCalls([{ name: 'add', args: { a: 1 } }])
  program.demos = [
    { question: 'q', history: new History([{ question: '1', calls }]), answer: 'a', calls },
  ]
  const state = program.dumpState({ format: 'dspy' })
  const written = { tool_calls: [{ name: 'add', args: { a: 1 } }] }
  expect(state).toMatchObject({
    demos: [{ history: { messages: [{ question: '1', calls: written }] }, calls: written }],
  })
  const loaded = new Predict('question, history: History -> answer, calls: ToolCalls')
  loaded.loadState(state)
  const adapter = new ChatAdapter()
  const inputs = { question: 'q', history: new History([]) }
  const before = adapter.format(program.signature, program.demos, inputs)
  expect(adapter.format(loaded.signature, loaded.demos, inputs)).toEqual(before)
  expect(JSON.stringify(before)).not.toContain('toolCalls')
})

test('dates and empty citations survive DSPy’s form', () => {
  const cited = signature({ inputs: { when: z.coerce.date() }, outputs: { cited: Citations } })
  const program = new Predict(cited)
  program.demos = [{ when: new Date(0), cited: new Citations([]) }]
  const state = program.dumpState({ format: 'dspy' })
  const loaded = new Predict(cited)
  loaded.loadState(state)
  expect(loaded.demos).toEqual([{ when: '1970-01-01T00:00:00.000Z', cited: { citations: [] } }])
})

test('hostile names and members change no prototype and give a StateError', () => {
  const program = new Predict('question -> answer')
  program.loadState(
    JSON.parse(
      JSON.stringify(saved([{ question: 'q' }], qaFields)).replace(
        '"question":"q"',
        '"__proto__":{"x":1}',
      ),
    ),
  )
  expect(Object.keys(program.demos[0] ?? {})).toEqual(['__proto__'])
  const state = program.dumpState()
  const withPart = (name: string, part: unknown) => ({
    ...state,
    predictors: Object.fromEntries([...Object.entries(state.predictors), [name, part]]),
  })
  const { self } = state.predictors
  expect(() => program.loadState(withPart('__proto__', self))).toThrow(/__proto__/)
  expect(() =>
    program.loadState(withPart('self', { ...self, fields: [{ name: 'a', description: 5 }] })),
  ).toThrow(StateError)
  expect(() => program.loadState(withPart('self', { ...self, config: { f() {} } }))).toThrow(
    StateError,
  )
})
