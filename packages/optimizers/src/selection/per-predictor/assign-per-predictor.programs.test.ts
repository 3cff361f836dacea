import { Module, Predict } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { Chain, chainLM, type Step } from './__fixtures__/chain.ts'
import { ChainWorld, specialists } from './__fixtures__/chain-world.ts'
import { type Answer, references, select, tolerance } from './__fixtures__/select-in-chain.ts'

describe('a model for each predictor of other programs', () => {
  it('reaches predictors inside of modules, under their paths', async () => {
    class Nested extends Module<{ task: string }, Answer> {
      readonly inner: Chain = new Chain()
      override forward(inputs: { task: string }): Promise<Answer> {
        return this.inner(inputs)
      }
    }
    const world = new ChainWorld(1)
    const { program, report } = await select(world, references(world), new Nested())
    expect(report).toMatchObject({
      certified: true,
      choice: { 'inner.plan': 'planner', 'inner.write': 'writer' },
    })
    expect(program.namedPredictors().map(([path, { lm }]) => [path, lm?.model])).toEqual(
      Object.entries(report.choice),
    )
  })

  it('has nothing to gain at a predictor that is not called', async () => {
    class Idle extends Chain {
      readonly spare: Predict<'task -> plan'> = new Predict('task -> plan')
    }
    const world = new ChainWorld(1)
    const plain = await select(world, references(world))
    const { report } = await select(world, references(world), new Idle())
    expect(report.choice).toEqual({ ...plain.report.choice, spare: 'large' })
    expect(report.calls).toBe(plain.report.calls)
  })

  it('tests what differs in a predictor that is not called only once', async () => {
    class Idle extends Chain {
      readonly spare: Predict<'task -> plan'> = new Predict('task -> plan')
    }
    const good = { plan: 0.995, solve: 0.995, write: 0.995 }
    const { large } = specialists
    const world = new ChainWorld(3, {
      small: { costUSD: 0.0005, skill: good },
      ...(large ? { large } : {}),
    })
    const { report } = await select(world, references(world), new Idle())
    expect(report).toMatchObject({ certified: true, chosen: 'small' })
    expect(report.candidates.map(({ model }) => model)).not.toContain(
      'plan: small, solve: small, write: small, spare: large',
    )
  })

  it('objects to one without predictors', async () => {
    class Empty extends Module<{ task: string }, Answer> {
      override async forward({ task }: { task: string }): Promise<Answer> {
        return { answer: task }
      }
    }
    const world = new ChainWorld(1)
    await expect(select(world, references(world), new Empty())).rejects.toThrow('predictors')
  })

  it('is one model for all where there is one predictor', async () => {
    class Single extends Module<{ task: string }, Answer> {
      readonly write: Predict<'task, solution -> answer'> = new Predict('task, solution -> answer')
      override forward({ task }: { task: string }): Promise<Answer> {
        return this.write({ task, solution: 'given' })
      }
    }
    const world = new ChainWorld(11)
    const { report } = await select(world, references(world), new Single())
    expect(report).toMatchObject({ certified: true, chosen: 'writer', choice: { write: 'writer' } })
    expect(new Set(world.lm('large').asked).size).toBe(world.lm('large').asked.length)
  })

  it.each([
    ['no price', () => null],
    ['that of the reference not', (model: string) => (model === 'large' ? null : 0.01)],
  ])('goes by the order of the models where %s is known', async (_, costOf) => {
    const world = new ChainWorld(1)
    const models = world.lms.map(({ model }) => {
      const knows = (step: Step, task: number): boolean => world.knows(model, step, task)
      return chainLM({ model, costUSD: costOf(model), knows })
    })
    const { report } = await select(world, {
      models,
      reference: models.at(-1),
      tolerance,
    } as object)
    expect(report.certified).toBe(true)
    expect(report.choice).toEqual({ plan: 'planner', solve: 'solver', write: 'writer' })
  })

  it('does not take a model at a price that is not known where the others are', async () => {
    const world = new ChainWorld(1)
    const models = world.lms.map(({ model }) => {
      const knows = (step: Step, task: number): boolean => world.knows(model, step, task)
      const costUSD = model === 'planner' ? null : (specialists[model]?.costUSD ?? 0)
      return chainLM({ model, costUSD, knows })
    })
    const { report } = await select(world, {
      models,
      reference: models.at(-1),
      tolerance,
    } as object)
    expect(report.certified).toBe(true)
    expect(Object.values(report.choice)).not.toContain('planner')
  })
})
