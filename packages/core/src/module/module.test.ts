import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LMConfigurationError } from '../errors/lm-configuration-error.ts'
import { StateError } from '../errors/state-error.ts'
import { ChainOfThought } from '../predict/chain-of-thought.ts'
import { Predict } from '../predict/predict.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { loadProgram } from './load-program.ts'
import { Module } from './module.ts'
import { saveProgram } from './save-program.ts'

class RAG extends Module<{ question: string }, { answer: string }> {
  plan = new Predict('question -> query')
  respond = new ChainOfThought('question, passages: list[str] -> answer')
  override async forward({ question }: { question: string }) {
    const { query } = await this.plan({ question })
    return this.respond({ question, passages: [query] })
  }
}

class Containers extends Module<object, object> {
  override name = 'containers'
  override length = 3
  steps = [new Predict('a -> b'), new ChainOfThought('a -> b')]
  byKey = { first: new Predict('a -> b') }
  byMap = new Map([['second', new Predict('a -> b')]])
  again = this.steps[0]
  override async forward() {
    return {}
  }
}

const lm = new MockLM({ query: 'q', reasoning: 'r', answer: 'a' }, { costUSD: 0.5 })
const paths = (program: Module<never, object>): string[] =>
  program.namedPredictors().map(([path]) => path)

test('a program runs its parts, and its prediction sums up what they used', async () => {
  const rag = new RAG()
  rag.setLM(lm)
  const prediction = await rag({ question: 'why?' })
  expect(prediction).toEqual({ reasoning: 'r', answer: 'a' })
  expect(prediction.$meta).toMatchObject({ attempts: 2, costUSD: 1, model: 'mock/mock' })
})

test('instances are callable and still instances with fields of any name', () => {
  const containers = new Containers()
  expect(containers).toBeInstanceOf(Module)
  expect(containers).toBeInstanceOf(Containers)
  expect([containers.name, containers.length]).toEqual(['containers', 3])
})

test('predictors are found by path, each once', () => {
  expect(paths(new RAG())).toEqual(['plan', 'respond.predict'])
  expect(paths(new Predict('a -> b'))).toEqual(['self'])
  expect(paths(new Containers())).toEqual([
    'steps[0]',
    'steps[1].predict',
    "byKey['first']",
    "byMap['second']",
  ])
})

test('setLM reaches every predictor, and getLM says when they differ', () => {
  const rag = new RAG()
  expect(rag.getLM()).toBeUndefined()
  rag.setLM(lm)
  expect(rag.getLM()).toBe(lm)
  rag.plan.lm = new MockLM([])
  expect(() => rag.getLM()).toThrow(LMConfigurationError)
})

test('a copy is independent and works, and keeps one part one part', async () => {
  const original = new RAG()
  original.setLM(lm)
  original.plan.demos = [{ question: 'x', query: 'y' }]
  const copy = original.copy()
  copy.plan.demos = []
  copy.plan.config = { temperature: 1 }
  copy.plan.signature = copy.plan.signature.withInstructions('Other.')
  expect(original.plan.demos).toHaveLength(1)
  expect(original.plan.config).toEqual({})
  expect(original.plan.signature.instructions).not.toBe('Other.')
  expect(await copy({ question: 'why?' })).toEqual({ reasoning: 'r', answer: 'a' })
  const containers = new Containers().copy()
  expect(containers.again).toBe(containers.steps[0])
})

test('an LM is shared by a copy, also when it is a plain object', () => {
  const plain = { model: 'plain', generate: lm.generate.bind(lm), stream: lm.stream.bind(lm) }
  const original = new RAG()
  original.setLM(plain)
  expect(original.copy().plan.lm).toBe(plain)
})

test('options of a call reach every predictor inside', async () => {
  const asked = new MockLM({ query: 'q', reasoning: 'r', answer: 'a' })
  await new RAG()({ question: 'why?' }, { lm: asked, temperature: 0.5 })
  expect(asked.requests.map(({ config }) => config?.temperature)).toEqual([0.5, 0.5])
})

test('a state makes the round trip through a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ockham-'))
  const path = join(folder, 'rag.json')
  const tuned = new RAG()
  tuned.plan.signature = tuned.plan.signature
    .withInstructions('Plan well.')
    .describe('query', { description: 'short' })
  tuned.respond.predict.demos = [{ question: 'q', passages: ['p'], reasoning: 'r', answer: 'a' }]
  tuned.plan.config = { temperature: 0.3 }
  await saveProgram(tuned, path)
  const fresh = await loadProgram(new RAG(), path)
  expect(fresh.dumpState()).toEqual(tuned.dumpState())
  expect(await readdir(folder)).toEqual(['rag.json'])
})

test('a state of another program changes nothing and lists the differences', () => {
  const rag = new RAG()
  const before = rag.dumpState()
  const other = new Predict('question -> answer: int').dumpState()
  const mixed = {
    ...before,
    predictors: { plan: other.predictors['self'], extra: other.predictors['self'] },
  }
  const error = catchError(() => rag.loadState(mixed))
  expect(StateError.is(error) && error.differences).toEqual([
    'the state has a predictor `extra` that the program lacks',
    '`plan`, field 2: the program has output `query: str`, the state output `answer: int`',
    'the program has a predictor `respond.predict` that the state lacks',
  ])
  expect(rag.dumpState()).toEqual(before)
})

test.each([
  ['no object', 3],
  ['another format', { format: 'other' }],
  ['a later version', { format: 'ockham-program', version: 9, predictors: {} }],
  [
    'a damaged predictor',
    { format: 'ockham-program', version: 1, predictors: { plan: { demos: 1 } } },
  ],
])('%s is not taken for a state', (_name, state) => {
  expect(() => new RAG().loadState(state)).toThrow(StateError)
})

test('a file that cannot be read, or is no JSON, is a state error that names it', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'ockham-')), 'broken.json')
  await expect(loadProgram(new RAG(), path)).rejects.toThrow(path)
  await writeFile(path, '{')
  await expect(loadProgram(new RAG(), path)).rejects.toThrow(StateError)
})

function catchError(run: () => void): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
