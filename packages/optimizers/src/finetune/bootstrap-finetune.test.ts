import {
  AbortError,
  EmptyDatasetError,
  type LM,
  Module,
  OptionError,
  Predict,
  TooManyErrorsError,
} from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { abortAtPoll, type OpenAIServer, openaiServer } from './__fixtures__/openai-server.ts'
import { BootstrapFinetune } from './bootstrap-finetune.ts'
import type { BootstrapFinetuneReport } from './bootstrap-finetune-report.ts'
import { FinetuneError } from './finetune-error.ts'
import type { FinetuneRow } from './finetune-row.ts'
import { openaiFinetune } from './openai-finetune.ts'

let server: OpenAIServer
beforeEach(async () => {
  server = await openaiServer()
})
afterEach(() => server.close())

const trainset = quiz(20)
const small = (): LM => quizLM({ model: 'openai/gpt-4o-mini', accuracy: 0 })
const strong = (costUSD = 0.01) => quizLM({ model: 'openai/gpt-4o', accuracy: 0.5, costUSD })
const makeLM = (model: string): LM => new MockLM({ answer: 'tuned' }, { model: `openai/${model}` })
const training = () => ({
  provider: openaiFinetune({ apiKey: 'sk', baseURL: server.baseURL, retrySeconds: 0 }),
  makeLM,
  pollSeconds: 0,
})

function programWith(lm: LM): Predict<'question -> answer'> {
  const program = new Predict('question -> answer')
  program.lm = lm
  return program
}

class Chain extends Module<{ question: string }, { answer: string }> {
  first = new Predict('question -> draft')
  second = new Predict('draft -> answer')

  async forward({ question }: { question: string }): Promise<{ answer: string }> {
    const { draft } = await this.first({ question })
    return this.second({ draft })
  }
}

function chain(): Chain {
  const program = new Chain()
  program.setLM(new MockLM({ draft: 'rough', answer: 'fine' }, { model: 'openai/gpt-4o-mini' }))
  return program
}

function rowsOf({ files }: BootstrapFinetuneReport, index = 0): FinetuneRow[] {
  const lines = files[index]?.jsonl.trimEnd().split('\n') ?? []
  return lines.map((line): FinetuneRow => JSON.parse(line))
}

const isGood = { metric: isRight }

describe('BootstrapFinetune', () => {
  it('learns the runs of the teacher that the metric likes, in the words the student is asked in', async () => {
    const student = programWith(small())
    student.signature = student.signature.withInstructions('Be brief.')
    const teacher = programWith(strong())
    const { program, report } = await new BootstrapFinetune(isGood).compile(student, {
      trainset,
      teacher,
    })
    const rows = rowsOf(report)
    expect(report).toMatchObject({ attempts: 20, bootstrapped: 10, errors: 0, calls: 20 })
    expect(report.files).toMatchObject([
      { predictors: ['self'], baseModel: 'openai/gpt-4o-mini', rows: 10 },
    ])
    expect(rows).toHaveLength(10)
    for (const { messages } of rows) {
      expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant'])
      expect(messages[0]?.content).toContain('Be brief.')
      const question = /## question ## \]\]\n(\d+)/.exec(messages[1]?.content ?? '')?.[1]
      expect(messages[2]?.content).toBe(
        `[[ ## answer ## ]]\nanswer ${question}\n\n[[ ## completed ## ]]\n`,
      )
    }
    expect(program.lm).toBe(student.lm)
  })

  it('asks the student what was learned: the rows are the requests of the tuned program', async () => {
    const lm = new MockLM({ answer: 'tuned' })
    const student = programWith(small())
    student.demos = [{ question: 'a', answer: 'b' }]
    const optimizer = new BootstrapFinetune({ ...isGood, ...training(), makeLM: () => lm })
    const { program, report } = await optimizer.compile(student, {
      trainset,
      teacher: programWith(strong()),
    })
    const [row] = rowsOf(report)
    const question = /## question ## \]\]\n(\d+)/.exec(row?.messages.at(-2)?.content ?? '')?.[1]
    await program({ question: question ?? '' })
    expect(lm.requests[0]?.messages).toEqual(row?.messages.slice(0, -1))
    expect(row?.messages).toHaveLength(5)
  })

  it('writes the rows in an order of the seed', async () => {
    const compile = async (seed: number) => {
      const optimizer = new BootstrapFinetune({ ...isGood, seed })
      const teacher = programWith(strong())
      return (await optimizer.compile(programWith(small()), { trainset, teacher })).report.files[0]
        ?.jsonl
    }
    expect(await compile(1)).toBe(await compile(1))
    expect(await compile(1)).not.toBe(await compile(2))
    expect((await compile(1))?.split('\n').toSorted()).toEqual(
      (await compile(2))?.split('\n').toSorted(),
    )
  })

  it('binds the program to the new model', async () => {
    const student = programWith(small())
    const seen: BootstrapFinetuneReport[] = []
    const optimizer = new BootstrapFinetune({
      ...isGood,
      ...training(),
      hyperparameters: { n_epochs: 2 },
    })
    const { program, report } = await optimizer.compile(student, {
      trainset,
      teacher: programWith(strong()),
      onProgress: (progress) => void seen.push(progress),
    })
    expect(program.lm?.model).toBe('openai/ft:gpt-4o-mini:acme::ftjob-1')
    expect((await program({ question: '1' })).answer).toBe('tuned')
    expect(student.lm?.model).toBe('openai/gpt-4o-mini')
    expect(report.files).toMatchObject([
      { job: 'ftjob-1', model: 'ft:gpt-4o-mini:acme::ftjob-1', trainedTokens: 1234 },
    ])
    expect(server.jobs.get('ftjob-1')).toMatchObject({
      model: 'gpt-4o-mini',
      method: { supervised: { hyperparameters: { n_epochs: 2 } } },
    })
    expect(server.files.get('file-1')?.text).toBe(report.files[0]?.jsonl)
    expect(seen.map(({ files }) => files[0]?.job)).toEqual([undefined, 'ftjob-1'])
  })

  it('teaches one model all predictors, or each a model of its own', async () => {
    const together = await new BootstrapFinetune(training()).compile(chain(), { trainset })
    expect(together.report.files).toMatchObject([{ predictors: ['first', 'second'], rows: 40 }])
    expect(new Set(together.program.predictors().map(({ lm }) => lm)).size).toBe(1)
    const apart = await new BootstrapFinetune({
      ...training(),
      multitask: false,
      model: 'gpt-4.1-nano',
    }).compile(chain(), { trainset })
    expect(apart.report.files).toMatchObject([
      { predictors: ['first'], rows: 20 },
      { predictors: ['second'], rows: 20 },
    ])
    expect(rowsOf(apart.report, 1)[0]?.messages.at(-1)?.content).toContain('fine')
    const models = apart.program.predictors().map(({ lm }) => lm?.model)
    expect(new Set(models).size).toBe(2)
    expect(models[0]).toContain('gpt-4.1-nano')
  })

  it('leaves demonstrations out of the prompts, now and later, when it is told', async () => {
    const student = programWith(small())
    student.demos = [{ question: 'a', answer: 'b' }]
    const optimizer = new BootstrapFinetune({ ...isGood, excludeDemos: true })
    const { program, report } = await optimizer.compile(student, {
      trainset,
      teacher: programWith(strong()),
    })
    expect(rowsOf(report)[0]?.messages).toHaveLength(3)
    expect(program.demos).toEqual([])
    expect(student.demos).toHaveLength(1)
  })

  it('trains nothing, and tells what was used, when the budget ends before a run is worth learning', async () => {
    const student = programWith(strong())
    const optimizer = new BootstrapFinetune({ metric: () => 0, ...training() })
    const { program, report } = await optimizer.compile(student, { trainset, budget: { calls: 3 } })
    expect(report).toMatchObject({
      attempts: 3,
      bootstrapped: 0,
      files: [],
      calls: 3,
      costUSD: 0.03,
    })
    expect(program.dumpState()).toEqual(student.dumpState())
    expect(server.requests).toEqual([])
  })

  it('never exceeds its budget, and learns what there is by then', async () => {
    for (const budget of [{ calls: 7 }, { usd: 0.07 }]) {
      const lm = strong()
      const { report } = await new BootstrapFinetune(isGood).compile(programWith(small()), {
        trainset,
        teacher: programWith(lm),
        budget,
      })
      expect(lm.asked.length).toBeLessThanOrEqual(7)
      expect(report.attempts).toBe(lm.asked.length)
      expect(rowsOf(report)).toHaveLength(report.bootstrapped)
    }
  })

  it('cancels a job that nobody would remember at an abort', async () => {
    server.polls = 1000
    const controller = new AbortController()
    server.trouble = abortAtPoll(controller)
    const optimizer = new BootstrapFinetune({ ...isGood, ...training(), pollSeconds: 0.01 })
    const compile = optimizer.compile(programWith(small()), {
      trainset,
      teacher: programWith(strong()),
      signal: controller.signal,
    })
    const error = await compile.catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AbortError)
    expect(error).toMatchObject({
      partial: { report: { bootstrapped: 10, files: [{ rows: 10 }] } },
    })
    expect(server.jobs.get('ftjob-1')?.status).toBe('cancelled')
  })

  it('fails with the reason of a job that failed', async () => {
    server.ending = { status: 'failed', error: { message: 'needs more rows' } }
    const compile = new BootstrapFinetune({ ...isGood, ...training() }).compile(
      programWith(small()),
      { trainset, teacher: programWith(strong()) },
    )
    await expect(compile).rejects.toThrow('The job ftjob-1 of openai failed: needs more rows')
    await expect(compile).rejects.toThrow(FinetuneError)
  })

  it('refuses options that cannot be, and what leads to nothing', async () => {
    const { makeLM: _, ...without } = training()
    expect(() => new BootstrapFinetune(without)).toThrow('`makeLM`')
    expect(() => new BootstrapFinetune({ pollSeconds: -1 })).toThrow('pollSeconds')
    expect(() => new BootstrapFinetune({ seed: 0.1 })).toThrow(OptionError)
    const optimizer = new BootstrapFinetune(isGood)
    const student = programWith(small())
    await expect(optimizer.compile(student, { trainset: [] })).rejects.toThrow(EmptyDatasetError)
    await expect(optimizer.compile(student, { trainset })).rejects.toThrow(
      'of 20 runs of the teacher the metric likes 0',
    )
    const stranger = chain() as Module<{ question: string }, { answer: string }>
    const mixed = optimizer.compile(student, { trainset, teacher: stranger })
    await expect(mixed).rejects.toThrow('`teacher` must have the same predictors')
    const broken = new MockLM(() => {
      throw new Error('down')
    })
    const failing = new BootstrapFinetune({ ...isGood, maxErrors: 2 })
    const compile = failing.compile(programWith(broken), { trainset })
    await expect(compile).rejects.toThrow(TooManyErrorsError)
  })
})
