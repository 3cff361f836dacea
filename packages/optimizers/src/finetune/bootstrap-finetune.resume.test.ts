import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AbortError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../__fixtures__/quiz.ts'
import { BetterTogether } from '../combine/better-together.ts'
import { LabeledFewShot } from '../demos/labeled-few-shot.ts'
import { seededRandom } from '../random/random.ts'
import { abortAtPoll, type OpenAIServer, openaiServer } from './__fixtures__/openai-server.ts'
import { BootstrapFinetune } from './bootstrap-finetune.ts'
import { openaiFinetune } from './openai-finetune.ts'

let server: OpenAIServer
let folder = ''
let checkpoint = ''
beforeEach(async () => {
  server = await openaiServer()
  folder = mkdtempSync(join(tmpdir(), 'finetune-'))
  checkpoint = join(folder, 'run.jsonl')
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const trainset = quiz(20)

function optimizer() {
  return new BootstrapFinetune({
    metric: isRight,
    provider: openaiFinetune({ apiKey: 'sk', baseURL: server.baseURL, retrySeconds: 0 }),
    makeLM: (model) => new MockLM({ answer: 'answer 19' }, { model }),
    pollSeconds: 0.005,
  })
}

async function compile(options: { signal?: AbortSignal; budget?: { calls: number } } = {}) {
  const teacher = new Predict('question -> answer')
  const lm = quizLM({ model: 'openai/gpt-4o', accuracy: 0.5 })
  teacher.lm = lm
  const student = new Predict('question -> answer')
  student.lm = quizLM({ model: 'openai/gpt-4o-mini', accuracy: 0 })
  const { program, report } = await optimizer().compile(student, {
    trainset,
    teacher,
    checkpoint,
    ...options,
  })
  return { result: { state: program.dumpState(), report }, asked: lm.asked }
}

describe('BootstrapFinetune', () => {
  it.each([{}, { budget: { calls: 13 } }])(
    'ends the same when it is killed anywhere and resumed, and pays for one job (%j)',
    async (options) => {
      const expected = (await compile(options)).result
      const [runs, jobs] = [checkpoint, `${checkpoint}.jobs`].map((path) => readFileSync(path))
      const random = seededRandom(5)
      for (let round = 0; round < 20; round += 1) {
        writeFileSync(checkpoint, runs ?? '')
        writeFileSync(`${checkpoint}.jobs`, jobs ?? '')
        if (round % 2 === 0) {
          // Before the runs were done there was no job.
          rmSync(`${checkpoint}.jobs`)
          server.jobs.clear()
          server.files.clear()
          truncateSync(checkpoint, random.below(runs?.length ?? 0))
        } else {
          // After the file was remembered, and before the job was done.
          const text = jobs?.toString() ?? ''
          const filed = text.indexOf('\n', text.indexOf('\n') + 1) + 1
          truncateSync(`${checkpoint}.jobs`, filed + random.below(text.length - filed))
        }
        expect((await compile(options)).result).toEqual(expected)
        expect(server.jobs.size).toBe(1)
      }
      const requests = server.requests.length
      const again = await compile(options)
      expect(again).toEqual({ result: expected, asked: [] })
      expect(server.requests).toHaveLength(requests)
    },
  )

  it('leaves a job that a checkpoint remembers running at an abort, and waits for it the next time', async () => {
    server.polls = 30
    const controller = new AbortController()
    server.trouble = abortAtPoll(controller)
    await expect(compile({ signal: controller.signal })).rejects.toThrow(AbortError)
    expect(existsSync(`${checkpoint}.jobs`)).toBe(true)
    server.trouble = () => undefined
    const { result, asked } = await compile()
    expect(asked).toEqual([])
    expect(result.report.files).toMatchObject([{ job: 'ftjob-1' }])
    expect(server.jobs.size).toBe(1)
  })

  it('is a step of BetterTogether, whose models a resumed sequence has again', async () => {
    const compileBoth = async (path: string) => {
      const together = new BetterTogether({
        metric: isRight,
        optimizers: { p: new LabeledFewShot({ k: 2 }), w: optimizer() },
        strategy: 'p -> w',
      })
      const student = new Predict('question -> answer')
      student.lm = quizLM({ model: 'openai/gpt-4o-mini', accuracy: 0.5 })
      const valset = quiz(24).slice(20)
      const given = { trainset, valset, checkpoint: path, budget: { calls: 100 } }
      const { program, report } = await together.compile(student, given)
      return { state: program.dumpState(), report, model: program.lm?.model }
    }
    const expected = await compileBoth(checkpoint)
    expect(expected.report.steps.map(({ optimizer: name }) => name)).toEqual([undefined, 'p', 'w'])
    for (const suffix of ['', '.0.validation', '.1-p.validation', '.2-w', '.2-w.jobs']) {
      copyFileSync(checkpoint + suffix, `${checkpoint}.copy${suffix}`)
    }
    expect(await compileBoth(`${checkpoint}.copy`)).toEqual(expected)
    expect(server.jobs.size).toBe(1)
  })
})
