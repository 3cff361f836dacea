import { Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'
import { isRight, quiz } from '../../__fixtures__/quiz.ts'
import { COPRO } from '../../copro/copro.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { pupilLM } from './__fixtures__/pupil-lm.ts'
import { instructing } from './__fixtures__/tuners.ts'

const program = new Predict('question -> answer')
const questions = quiz(80)
const [trainset, devset] = [questions.slice(0, 20), questions.slice(20)]

test('what is planned is more than what is run', async () => {
  const models = [0.6, 0.8].map((accuracy, index) =>
    pupilLM({ model: `test/${index}`, characterUSD: 1e-6, accuracy: () => accuracy }),
  )
  const reference = pupilLM({ model: 'test/large', characterUSD: 1e-4, accuracy: () => 1 })
  const promptModel = new MockLM({ proposed_instruction: 'Think twice.' })
  const copro = new COPRO({ metric: isRight, breadth: 2, depth: 1, promptModel })
  const options = { metric: isRight, models, reference, assignment: 'joint' } as const
  const optimizer = new CheapestAdequate({ ...options, tuners: { copro } })
  const tuning = copro.plan(program, { trainset })
  const plan = optimizer.plan(program, { devset, trainset })
  // Four prompts on 20 examples and one on 40 more, of two models; the reference; a teacher's runs.
  expect(plan).toEqual({
    evaluations: 2 * (4 * 20 + 40) + 60 + 20 + tuning.evaluations,
    teacherRuns: 20,
    prompts: tuning.prompts,
    concurrency: 8,
  })
  const { report } = await optimizer.compile(program, { devset, trainset })
  expect(report.calls).toBeLessThanOrEqual(plan.evaluations + plan.prompts)
})

test('finished programs alone need no tuner', () => {
  const models = [pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: () => 1 })]
  const options = { metric: isRight, models, floor: 0.8, assignment: 'joint' } as const
  const optimizer = new CheapestAdequate({ ...options, variants: { given: program } })
  expect(optimizer.plan(program, { devset }).evaluations).toBe(2 * 20 + 40)
})

test('a tuner without a plan, and a trainset that is missing, are errors', () => {
  const models = [pupilLM({ model: 'test/nano', characterUSD: 1e-6, accuracy: () => 1 })]
  const options = { metric: isRight, models, floor: 0.8, assignment: 'joint' } as const
  const optimizer = new CheapestAdequate({ ...options, tuners: { mine: instructing('') } })
  expect(() => optimizer.plan(program, { devset, trainset })).toThrow('`mine`, which has no `plan`')
  expect(() => optimizer.plan(program, { devset })).toThrow('`trainset` is missing')
})
