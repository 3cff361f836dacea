import { ChainOfThought, type LMRequest, OptionError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { BootstrapFewShot } from './bootstrap-few-shot.ts'

function programWith(lm: Predict<'question -> answer'>['lm']): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

describe('BootstrapFewShot', () => {
  it('shows runs that the metric likes, and fills up with other labelled examples', async () => {
    const lm = quizLM({ model: 'test/model', costUSD: 0.01, accuracy: 0.5 })
    const optimizer = new BootstrapFewShot({
      metric: isRight,
      maxBootstrappedDemos: 3,
      maxLabeledDemos: 5,
    })
    const { program, report } = await optimizer.compile(programWith(lm), { trainset: quiz(40) })
    // Of 0, 1, 2, … this model knows 0, 1, 3, 4, 6, …
    expect(program.demos.slice(0, 3).map((demo) => demo['question'])).toEqual(['0', '1', '3'])
    expect(program.demos).toHaveLength(5)
    const questions = program.demos.map((demo) => demo['question'])
    expect(new Set(questions).size).toBe(5)
    expect(report).toEqual({ bootstrapped: 3, attempts: 4, errors: 0, calls: 4, costUSD: 0.04 })
    expect(lm.asked).toEqual(['0', '1', '2', '3'])
  })

  it('shows what the teacher said, not what the label says', async () => {
    const lm = new MockLM({ answer: 'as the teacher put it' })
    const optimizer = new BootstrapFewShot({ maxBootstrappedDemos: 1, maxLabeledDemos: 1 })
    const { program } = await optimizer.compile(programWith(lm), { trainset: quiz(3) })
    expect(program.demos).toEqual([{ question: '0', answer: 'as the teacher put it' }])
  })

  it('shows the reasoning of a program that reasons', async () => {
    const student = new ChainOfThought('question -> answer')
    student.setLM(new MockLM({ reasoning: 'because', answer: 'yes' }))
    const { program } = await new BootstrapFewShot({
      maxBootstrappedDemos: 1,
      maxLabeledDemos: 2,
    }).compile(student, {
      trainset: quiz(3),
    })
    expect(program.predict.demos).toEqual([
      { question: '0', reasoning: 'because', answer: 'yes' },
      { question: expect.any(String), answer: expect.stringMatching(/answer [12]/) },
    ])
  })

  it('learns from a teacher with another LM, and keeps its own', async () => {
    const [own, strong] = [new MockLM({ answer: 'weak' }), new MockLM({ answer: 'strong' })]
    const { program } = await new BootstrapFewShot({ maxBootstrappedDemos: 2 }).compile(
      programWith(own),
      {
        trainset: quiz(4),
        teacher: programWith(strong),
      },
    )
    expect(program.demos.slice(0, 2).map((demo) => demo['answer'])).toEqual(['strong', 'strong'])
    expect(own.requests).toHaveLength(0)
    expect(program.lm).toBe(own)
  })

  it('keeps an LM that is a plain object the very same', async () => {
    const lm = quizLM({ model: 'test/model', accuracy: 1 })
    const { program } = await new BootstrapFewShot().compile(programWith(lm), { trainset: quiz(4) })
    expect(program.lm).toBe(lm)
  })

  it('shows the teacher labelled examples, but never the one it has to answer', async () => {
    const lm = new MockLM({ answer: 'x' })
    await new BootstrapFewShot({ maxBootstrappedDemos: 6 }).compile(programWith(lm), {
      trainset: quiz(6),
    })
    expect(lm.requests).toHaveLength(6)
    for (const [index, request] of lm.requests.entries()) {
      expect(questionsIn(request).at(-1)).toBe(`${index}`)
      expect(questionsIn(request).toSorted()).toEqual(['0', '1', '2', '3', '4', '5'])
    }
  })

  it('keeps the demonstrations of a teacher that has some', async () => {
    const lm = new MockLM({ answer: 'x' })
    const teacher = programWith(lm)
    teacher.demos = [
      { question: '0', answer: 'known' },
      { question: 'other', answer: 'known' },
    ]
    await new BootstrapFewShot({ maxBootstrappedDemos: 2 }).compile(programWith(lm), {
      trainset: quiz(2),
      teacher,
    })
    expect(lm.requests.map(questionsIn)).toEqual([
      ['other', '0'],
      ['0', 'other', '1'],
    ])
  })

  it('tries again at temperature 1 and past a cache, where more rounds are allowed', async () => {
    const lm = new MockLM(
      ['wrong', 'wrong', 'answer 0'].map((text) => `[[ ## answer ## ]]\n${text}`),
    )
    const optimizer = new BootstrapFewShot({
      metric: isRight,
      maxRounds: 4,
      maxBootstrappedDemos: 1,
    })
    const { report } = await optimizer.compile(programWith(lm), { trainset: quiz(5) })
    expect(report).toMatchObject({ bootstrapped: 1, attempts: 3 })
    expect(lm.requests.map(({ config }) => [config?.temperature, config?.rolloutId])).toEqual([
      [undefined, undefined],
      [1, 1],
      [1, 2],
    ])
  })

  it('asks for the score that it is told to, and else for any above 0', async () => {
    const lm = new MockLM({ answer: 'x' })
    const metric = (gold: { question: string }): number => Number(gold.question) / 10
    const shown = async (metricThreshold?: number): Promise<unknown> => {
      const options = { metric, maxBootstrappedDemos: 1, maxLabeledDemos: 0 }
      const optimizer = new BootstrapFewShot(
        metricThreshold === undefined ? options : { ...options, metricThreshold },
      )
      return (await optimizer.compile(programWith(lm), { trainset: quiz(10) })).program.demos[0]?.[
        'question'
      ]
    }
    expect(await shown()).toBe('1')
    expect(await shown(0.5)).toBe('5')
  })

  it('calls no LM when no run is to be shown', async () => {
    const lm = new MockLM({ answer: 'x' })
    const optimizer = new BootstrapFewShot({ maxBootstrappedDemos: 0, maxLabeledDemos: 2 })
    const { program, report } = await optimizer.compile(programWith(lm), { trainset: quiz(5) })
    expect(program.demos).toHaveLength(2)
    expect(report.calls + lm.requests.length).toBe(0)
  })

  it('leaves program and teacher as they were', async () => {
    const student = programWith(new MockLM({ answer: 'x' }))
    const teacher = programWith(new MockLM({ answer: 'y' }))
    student.demos = [{ question: 'q', answer: 'a' }]
    const before = [
      student.dumpState(),
      teacher.dumpState(),
      student.demos,
      teacher.demos,
      teacher.lm,
    ]
    await new BootstrapFewShot().compile(student, { trainset: quiz(5), teacher })
    expect([student.dumpState(), teacher.dumpState()]).toEqual(before.slice(0, 2))
    expect(
      [student.demos, teacher.demos, teacher.lm].map((part, index) => part === before[index + 2]),
    ).toEqual([true, true, true])
  })

  it('objects to a teacher of another shape', async () => {
    const teacher = new ChainOfThought('question -> answer')
    const compile = new BootstrapFewShot().compile(programWith(new MockLM({})), {
      trainset: quiz(5),
      teacher,
    })
    await expect(compile).rejects.toThrow(OptionError)
    await expect(compile).rejects.toThrow('it has predict instead of self')
  })
})

/** The questions of a prompt in order: those of its demonstrations, then the one to answer. */
function questionsIn({ messages }: LMRequest): string[] {
  return messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => /## question ## \]\]\n(.*)/.exec(String(content))?.[1] ?? '')
}
