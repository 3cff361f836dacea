import { example, type LM, Predict, runConcurrently } from '@ockham/core'
import { GEPA } from '@ockham/optimizers'
import { median } from './median.ts'
import { stubLM } from './stub-lm.ts'

const examples = 60
const concurrency = 16
const replyMs = 20
const rounds = 25
const warmUps = 5
const aimMs = 130

/** A compile of GEPA that ends with its first full evaluation, beside the same calls by a bare pool. */
export async function benchFirstEvaluation(): Promise<number> {
  const { lm, called } = slowLM()
  const program = new Predict('question -> answer')
  program.lm = lm
  const sets = { trainset: questions(examples, examples + 6), valset: questions(0, examples) }
  const metric = (): number => 0
  const optimizer = new GEPA({ metric, concurrency, stop: { fullEvaluations: 1 } })
  const request = { messages: [{ role: 'user' as const, content: 'Why?' }] }
  const sides = {
    pool: () =>
      runConcurrently(examples, concurrency, async () => {
        await lm.generate(request)
      }),
    gepa: () => optimizer.compile(program, sets),
  }
  const times: Record<keyof typeof sides, number[]> = { pool: [], gepa: [] }
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const side of ['pool', 'gepa'] as const) {
      const [startedAt, before] = [performance.now(), called()]
      await sides[side]()
      if (round >= warmUps) times[side].push(performance.now() - startedAt)
      if (called() - before !== examples)
        throw new Error(`${side} made ${called() - before} calls.`)
    }
  }
  const [pool, gepa] = [median(times.pool), median(times.gepa)]
  console.log(
    `\n${examples} evaluations by GEPA, an LM of ${replyMs} ms, ${concurrency} at a time (aim: under ${aimMs} ms)`,
  )
  console.log(
    `  bare pool ${pool.toFixed(1)} ms, GEPA ${gepa.toFixed(1)} ms: ${(gepa / pool).toFixed(2)} times`,
  )
  return gepa / pool
}

function slowLM(): { lm: LM; called: () => number } {
  const stub = stubLM('[[ ## answer ## ]]\nBecause.\n\n[[ ## completed ## ]]\n')
  let calls = 0
  const lm: LM = {
    ...stub,
    generate: async (request) => {
      calls += 1
      await new Promise((resolve) => setTimeout(resolve, replyMs))
      return stub.generate(request)
    },
  }
  return { lm, called: () => calls }
}

function questions(first: number, last: number) {
  return Array.from({ length: last - first }, (_, index) =>
    example({ question: `${first + index}`, answer: 'Because.' }, { inputs: ['question'] }),
  )
}
