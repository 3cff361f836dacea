import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CodeAct } from '../code-act/code-act.ts'
import { ProgramOfThought } from '../program-of-thought/program-of-thought.ts'
import { RLM } from '../rlm/rlm.ts'

// Written by DSPy 3.3.1's program.save("x.json").
const file = new URL('./__fixtures__/dspy-states.json', import.meta.url)
const states: Record<string, Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'))

const programs = {
  pot: () => new ProgramOfThought('question, n: int -> answer'),
  act: () => new CodeAct('question -> answer: int, why', { tools: [] }),
  rlm: () => new RLM('context, query -> answer: int'),
}

test.each(['pot', 'act', 'rlm'] as const)('what DSPy saved of %s is loaded', (name) => {
  const program = programs[name]()
  const keys = Object.keys(states[name] ?? {}).filter((key) => key !== 'metadata')
  expect(program.namedPredictors().map(([key]) => key)).toEqual(keys)
  program.loadState(states[name])
  expect(program.predictors()[0]?.demos).toHaveLength(1)
  const again = programs[name]()
  again.loadState(program.dumpState({ format: 'dspy' }))
  expect(again.dumpState()).toEqual(program.dumpState())
})
