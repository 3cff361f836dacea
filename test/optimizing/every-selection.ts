import { CheapestAdequate, type CheapestAdequateOptions } from '@ockham/optimizers'
import type { AnyOptimizer, Making } from './every-optimizer.ts'
import { isRight, type Question, questions } from './questions.ts'

type Options = CheapestAdequateOptions<Question, { answer: string }>
type Assignment = NonNullable<Options['assignment']>

/** Selections of each kind; all the examples they are given are their devset, unless they learn from them. */
export const everySelection: Readonly<Record<string, (making: Making) => AnyOptimizer>> = {
  'CheapestAdequate, uniform': selection('uniform'),
  'CheapestAdequate, per predictor': selection('per-predictor'),
  'CheapestAdequate, cascade': selection('cascade'),
  'CheapestAdequate, joint': selection('joint'),
}

function selection(assignment: Assignment): (making: Making) => AnyOptimizer {
  return ({ models, concurrency, seed }) => ({
    compile: async (program, { trainset, valset = [], signal, budget, checkpoint }) => {
      const reference = models.at(-1)
      if (!reference) throw new Error('There are no models.')
      const optimizer = new CheapestAdequate<Question, { answer: string }>({
        metric: isRight,
        models,
        reference,
        tolerance: 0.3,
        assignment,
        concurrency,
        seed,
      })
      return optimizer.compile(program, {
        ...(assignment === 'joint'
          ? { trainset, devset: questions(100, 115) }
          : { devset: [...trainset, ...valset] }),
        date: new Date('2026-11-21'),
        ...(signal ? { signal } : {}),
        ...(budget ? { budget } : {}),
        ...(checkpoint === undefined ? {} : { checkpoint }),
      })
    },
  })
}
