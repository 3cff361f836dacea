import type { LM } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { Chain, chainLM, isDone, steps, type Task, tasks } from './__fixtures__/chain.ts'
import { ChainWorld, specialists } from './__fixtures__/chain-world.ts'
import { type Answer, references, select, size, tolerance } from './__fixtures__/select-in-chain.ts'

/** An LM that writes its replies otherwise, by what it was asked. */
function rewritten(lm: LM, rewrite: (text: string, asked: string) => string): LM {
  const generate: LM['generate'] = async (request) => {
    const response = await lm.generate(request)
    const asked = String(request.messages.at(-1)?.content)
    const outputs = response.outputs.map((output) => ({
      ...output,
      text: rewrite(output.text, asked),
    }))
    return { ...response, outputs }
  }
  return { ...lm, generate }
}

describe('a model for each predictor', () => {
  it('finds, in 20 orders, cheaper models that are adequate where no single one is, for a part of the calls', async () => {
    const world = new ChainWorld(1)
    const names = Object.keys(specialists)
    const best = world.score(['large', 'large', 'large'], size)
    const adequate = world
      .assignments()
      .filter((models) => world.score(models, size) >= best - tolerance)
    const uniform = names.filter((name) =>
      adequate.some((models) => models.every((m) => m === name)),
    )
    expect(uniform).toEqual(['large'])
    const cheapest = Math.min(...adequate.map((models) => world.price(models)))
    const prices: number[] = []
    for (let seed = 0; seed < 20; seed += 1) {
      const before = world.asked
      const { program, report } = await select(world, { ...references(world), seed })
      const chosen = steps.map((step) => report.choice[step] ?? '')
      expect(program.predictors().map(({ lm }) => lm?.model)).toEqual(chosen)
      expect(report.certified).toBe(true)
      expect(report.chosen).toBe(chosen.map((model, at) => `${steps[at]}: ${model}`).join(', '))
      expect(world.score(chosen, size)).toBeGreaterThanOrEqual(best - tolerance - 1e-9)
      prices.push(world.price(chosen) / world.price(['large', 'large', 'large']))
      expect(world.price(chosen)).toBeGreaterThanOrEqual(cheapest - 1e-9)
      expect(report.calls).toBe(world.asked - before)
      expect(report.calls).toBeLessThan(0.55 * names.length * size * steps.length)
      expect(report.calls).toBeLessThan(0.025 * world.assignments().length * size * steps.length)
    }
    expect(Math.max(...prices)).toBeLessThan(0.5)
    expect(prices.reduce((sum, price) => sum + price, 0) / prices.length).toBeLessThan(0.15)
  }, 120_000)

  it('does not ask a predictor again whose inputs and model are those of an earlier run', async () => {
    const world = new ChainWorld(2)
    await select(world, references(world))
    for (const { asked } of world.lms) {
      // A plan has one input, so a model is asked for it once, in however many assignments it is.
      const plans = asked.filter((call) => call.startsWith('plan'))
      expect(new Set(plans).size).toBe(plans.length)
      // A later step is asked with what was right before, or with what was not.
      for (const call of new Set(asked)) {
        expect(asked.filter((one) => one === call).length).toBeLessThanOrEqual(2)
      }
    }
  })

  it('takes one model for all where that is the cheapest, and calls it by its name', async () => {
    const good = { plan: 0.995, solve: 0.995, write: 0.995 }
    const world = new ChainWorld(3, {
      ...specialists,
      small: { costUSD: 0.0005, skill: good },
    })
    const { report } = await select(world, references(world))
    expect(report).toMatchObject({
      certified: true,
      chosen: 'small',
      choice: { plan: 'small', solve: 'small', write: 'small' },
    })
    expect(report.candidates.filter(({ model }) => model === 'small')).toHaveLength(1)
  })

  it('keeps the reference where nothing cheaper is adequate', async () => {
    const poor = { plan: 0.8, solve: 0.8, write: 0.8 }
    const { large } = specialists
    const world = new ChainWorld(4, {
      poor: { costUSD: 0.001, skill: poor },
      ...(large ? { large } : {}),
    })
    const { report } = await select(world, references(world))
    expect(report).toMatchObject({ certified: false, chosen: 'large' })
    expect(report.candidates.map(({ model, verdict }) => [model, verdict])).toEqual([
      ['poor', 'rejected'],
      ['large', 'not-needed'],
    ])
  })

  it('does not choose what costs as much as the reference', async () => {
    const { large } = specialists
    const world = new ChainWorld(5, {
      rival: { costUSD: 0.1, skill: { plan: 1, solve: 1, write: 1 } },
      ...(large ? { large } : {}),
    })
    const { report } = await select(world, references(world))
    expect(report).toMatchObject({ certified: false, chosen: 'large' })
    expect(report.candidates.map(({ model }) => model)).toEqual(['rival', 'large'])
  })

  it('finds out that models which are each good enough alone are not so together', async () => {
    const world = new ChainWorld(6)
    const large = world.lm('large')
    // What it plans is right, and the large model can go on from it.
    const terse = rewritten(
      chainLM({ model: 'terse', costUSD: 0.001, knows: (step) => step === 'plan' }),
      (text) => text.replace(/plan (\d+)/, 'plan $1 tersely'),
    )
    const literal = rewritten(
      chainLM({ model: 'literal', costUSD: 0.002, knows: (step) => step === 'solve' }),
      (text, asked) => (asked.includes('tersely') ? text.replace(/solve \d+/, 'wrong') : text),
    )
    const { report } = await select(world, {
      models: [terse, literal, large],
      ...references(world),
    })
    expect(report.certified).toBe(true)
    expect(report.chosen).toBe('plan: terse, solve: large, write: large')
    // It was seen on the search examples, so that no test was spent on it.
    expect(report.candidates.map(({ model }) => model)).not.toContain(
      'plan: terse, solve: literal, write: large',
    )
  })

  it('leaves out what is too slow', async () => {
    const world = new ChainWorld(1)
    const models = world.lms.map(({ model }) =>
      chainLM({
        model,
        costUSD: specialists[model]?.costUSD ?? 0,
        knows: (step, task) => world.knows(model, step, task),
        delay: () => (model === 'planner' ? 400 : 0),
      }),
    )
    const { report } = await new CheapestAdequate<Task, Answer>({
      metric: isDone,
      models,
      floor: 0.6,
      latency: { milliseconds: 300, share: 0.6 },
      assignment: 'per-predictor',
      concurrency: 50,
    }).compile(new Chain(), { devset: tasks(60) })
    expect(report.choice['plan']).not.toBe('planner')
    const tested = report.candidates.filter(({ evidence }) => evidence.length > 0)
    for (const { choice } of tested) expect(Object.values(choice)).not.toContain('planner')
  })

  it('says by the search examples alone what is tested, and tests at most three assignments', async () => {
    const world = new ChainWorld(7)
    const { report } = await select(world, { ...references(world), certificate: 'population' })
    const tested = report.candidates.filter(({ evidence }) => evidence.length > 0)
    expect(tested.length).toBeLessThanOrEqual(3)
    for (const { evidence } of tested) {
      expect(evidence[0]?.evaluated).toBeGreaterThan(Math.floor(size / 3))
    }
  })
})

describe('a model for each predictor, with a floor', () => {
  it.each([0.7, 0.85, 0.93])(
    'of %d finds models that reach it, for less than one model does',
    async (floor) => {
      const world = new ChainWorld(8)
      const { report } = await select(world, { floor })
      const chosen = steps.map((step) => report.choice[step] ?? '')
      expect(report.certified).toBe(true)
      expect(world.score(chosen, size)).toBeGreaterThanOrEqual(floor)
      const uniform = Object.keys(specialists)
        .map((name) => [name, name, name])
        .filter((models) => world.score(models, size) >= floor)
      const least = Math.min(...uniform.map((models) => world.price(models)))
      expect(world.price(chosen)).toBeLessThan(least)
    },
  )

  it('that no single model reaches finds models that do so together', async () => {
    const { large: _, ...others } = specialists
    const world = new ChainWorld(9, others)
    const { report } = await select(world, { floor: 0.9 })
    const chosen = steps.map((step) => report.choice[step] ?? '')
    expect(report.certified).toBe(true)
    expect(chosen).toEqual(['planner', 'solver', 'writer'])
    expect(world.score(chosen, size)).toBeGreaterThanOrEqual(0.9)
  })

  it('that nothing reaches keeps the best it saw', async () => {
    const world = new ChainWorld(10)
    const { report } = await select(world, { floor: 0.999 })
    expect(report.certified).toBe(false)
    expect(
      world.score(
        steps.map((step) => report.choice[step] ?? ''),
        size,
      ),
    ).toBeGreaterThan(0.9)
  })
})
