import { ChainOfThought, example, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expectTypeOf, it } from 'vitest'
import {
  BetterTogether,
  BootstrapFewShot,
  CheapestAdequate,
  COPRO,
  estimateCost,
  LabeledFewShot,
  terminalProgress,
} from './index.ts'

const classify = new Predict("ticket -> category: 'billing' | 'technical', urgent: bool")
const trainset = [{ ticket: 'Charged twice', category: 'billing', urgent: true }].map((row) =>
  example(row, { inputs: ['ticket'] }),
)
const metric = (gold: { category: string }, prediction: { category: string }): boolean =>
  gold.category === prediction.category
const lm = new MockLM({})

describe('an optimizer', () => {
  it('returns a program of the type that it was given', async () => {
    const labeled = await new LabeledFewShot({ k: 4 }).compile(classify, { trainset })
    expectTypeOf(labeled.program).toEqualTypeOf(classify)
    const taught = await new BootstrapFewShot({ metric }).compile(classify, {
      trainset,
      teacher: classify,
    })
    expectTypeOf(taught.program).toEqualTypeOf(classify)
    const selected = await new CheapestAdequate({ metric, models: [lm], floor: 0.85 }).compile(
      classify,
      {
        devset: trainset,
      },
    )
    expectTypeOf(selected.program).toEqualTypeOf(classify)
    expectTypeOf(selected.report.choice).toEqualTypeOf<Readonly<Record<string, string>>>()
  })

  it('needs no metric to bootstrap', async () => {
    const reason = new ChainOfThought('ticket -> category')
    const { program } = await new BootstrapFewShot().compile(reason, { trainset })
    expectTypeOf(program).toEqualTypeOf(reason)
  })

  it('takes only examples that have the inputs of the program and what the metric reads', () => {
    const inputless = [example({ text: 'x', category: 'billing' }, { inputs: ['text'] })]
    const unlabeled = [example({ ticket: 'x' }, { inputs: ['ticket'] })]
    // @ts-expect-error: the program is called with a ticket
    new BootstrapFewShot({ metric }).compile(classify, { trainset: inputless })
    // @ts-expect-error: the metric reads a category
    new BootstrapFewShot({ metric }).compile(classify, { trainset: unlabeled })
    const optimizer = new CheapestAdequate({ metric, models: [lm], floor: 1 })
    // @ts-expect-error: the program is called with a ticket
    optimizer.compile(classify, { devset: inputless })
  })

  it('takes only programs that have the outputs that the metric reads', () => {
    const summarize = new Predict('ticket -> summary')
    // @ts-expect-error: the metric reads a category
    new BootstrapFewShot({ metric }).compile(summarize, { trainset })
  })

  it('takes a floor or a reference, and not both', () => {
    new CheapestAdequate({ metric, models: [lm], reference: lm, tolerance: 0.05 })
    // @ts-expect-error: what is adequate?
    new CheapestAdequate({ metric, models: [lm] })
    // @ts-expect-error: which of the two?
    new CheapestAdequate({ metric, models: [lm], floor: 0.5, reference: lm })
  })

  it('takes prompts of programs, and optimizers, that the metric can score', () => {
    const joint = { metric, models: [lm], floor: 1, assignment: 'joint' } as const
    const tuners = { copro: new COPRO({ metric }), labels: new LabeledFewShot() }
    const optimizer = new CheapestAdequate({ ...joint, tuners, variants: { classify } })
    optimizer.compile(classify, { devset: trainset, trainset })
    const inputless = [example({ text: 'x', category: 'billing' }, { inputs: ['text'] })]
    // @ts-expect-error: the program is called with a ticket
    optimizer.compile(classify, { devset: trainset, trainset: inputless })
    const summarize = new Predict('ticket -> summary')
    // @ts-expect-error: the metric reads a category
    new CheapestAdequate({ ...joint, variants: { summarize } })
  })

  it('shows its progress on a terminal', () => {
    const onProgress = terminalProgress()
    const copro = new COPRO({ metric })
    copro.compile(classify, { trainset, onProgress })
    new BootstrapFewShot({ metric }).compile(classify, { trainset, onProgress })
    const sequence = new BetterTogether({ metric, optimizers: { copro } })
    sequence.compile(classify, { trainset, onProgress })
  })

  it('has a cost for the data that it can be compiled with', () => {
    const copro = new COPRO({ metric })
    estimateCost(copro, classify, { trainset, teacher: classify, budget: { usd: 1 } })
    estimateCost(new LabeledFewShot(), classify, { trainset })
    const inputless = [example({ text: 'x', category: 'billing' }, { inputs: ['text'] })]
    // @ts-expect-error: the program is called with a ticket
    estimateCost(copro, classify, { trainset: inputless })
    const unlabeled = [example({ ticket: 'x' }, { inputs: ['ticket'] })]
    // @ts-expect-error: the metric reads a category
    estimateCost(copro, classify, { trainset: unlabeled })
  })
})
