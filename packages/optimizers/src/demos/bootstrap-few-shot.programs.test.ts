import { type LMRequest, Module, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { BootstrapFewShot } from './bootstrap-few-shot.ts'

type Asked = { question: string }
type Answered = { answer: string }

class TwoSteps extends Module<Asked, Answered> {
  plan = new Predict('question -> query')
  respond = new Predict('question, query -> answer')

  async forward({ question }: Asked): Promise<Answered> {
    const { query } = await this.plan({ question })
    return this.respond({ question, query })
  }
}

class Hops extends Module<Asked, Answered> {
  hop = new Predict('question, hop: int -> answer')

  async forward({ question }: Asked): Promise<Answered> {
    await this.hop({ question, hop: 1 })
    await this.hop({ question, hop: 2 })
    return this.hop({ question, hop: 3 })
  }
}

/** Answers with the question itself in whatever field is asked for. */
function echo(request: LMRequest): string {
  const prompt = request.messages.map(({ content }) => String(content)).join('\n')
  const field = /## query ## \]\]\n\{query\}\n\n\[\[ ## completed/.test(prompt) ? 'query' : 'answer'
  return `[[ ## ${field} ## ]]\n${field} of ${prompt.split('## question ## ]]\n').at(-1)?.split('\n')[0]}`
}

describe('BootstrapFewShot on a program of several predictors', () => {
  it('gives each its own part of the runs', async () => {
    const student = new TwoSteps()
    student.setLM(new MockLM(echo))
    const { program } = await new BootstrapFewShot({
      maxBootstrappedDemos: 2,
      maxLabeledDemos: 2,
    }).compile(student, {
      trainset: quiz(5),
    })
    expect(program.plan.demos).toEqual([
      { question: '0', query: 'query of 0' },
      { question: '1', query: 'query of 1' },
    ])
    expect(program.respond.demos).toEqual([
      { question: '0', query: 'query of 0', answer: 'answer of 0' },
      { question: '1', query: 'query of 1', answer: 'answer of 1' },
    ])
  })

  it('fills up each from all the examples that no run is shown of', async () => {
    const student = new TwoSteps()
    student.setLM(new MockLM(echo))
    const { program } = await new BootstrapFewShot({
      maxBootstrappedDemos: 1,
      maxLabeledDemos: 5,
    }).compile(student, {
      trainset: quiz(5),
    })
    // The examples have no label for the query.
    expect(program.plan.demos).toHaveLength(1)
    expect(program.respond.demos.map((demo) => demo['question']).toSorted()).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ])
  })

  it('shows one of several calls of a predictor in a run: the last half the time', async () => {
    const student = new Hops()
    student.setLM(new MockLM(echo))
    const optimizer = new BootstrapFewShot({ maxBootstrappedDemos: 200, maxLabeledDemos: 0 })
    const { program } = await optimizer.compile(student, { trainset: quiz(200) })
    const shown = (hop: number): number =>
      program.hop.demos.filter((demo) => demo['hop'] === hop).length
    expect(program.hop.demos).toHaveLength(200)
    expect(shown(3)).toBeGreaterThan(75)
    expect(shown(3)).toBeLessThan(125)
    expect(Math.min(shown(1), shown(2))).toBeGreaterThan(25)
  })
})

describe('the result of BootstrapFewShot', () => {
  const compile = async (concurrency: number, seed: number): Promise<unknown> => {
    let tick = concurrency
    const delay = (): number => {
      tick = (tick * 7) % 11
      return tick
    }
    const student = new Predict('question -> answer')
    student.lm = quizLM({ model: 'test/model', costUSD: 0.01, accuracy: 0.4, delay })
    const optimizer = new BootstrapFewShot({
      metric: isRight,
      concurrency,
      seed,
      maxBootstrappedDemos: 6,
    })
    const { program, report } = await optimizer.compile(student, {
      trainset: quiz(60),
      budget: { calls: 30 },
    })
    return { demos: program.demos, report }
  }

  it('does not depend on the concurrency, nor on how long calls take', async () => {
    expect(await compile(16, 3)).toEqual(await compile(1, 3))
  })

  it('depends on the seed', async () => {
    expect(await compile(4, 3)).not.toEqual(await compile(4, 4))
  })
})
