// Compiles a program with one optimizer and a simulated LM, and prints what came of it as JSON. Every call of the LM
// is told to a file before it is answered, since this process may be killed at any moment.
import { closeSync, openSync, writeSync } from 'node:fs'
import { type LM, type LMRequest, type LMResponse, LMServerError } from '@ockham/core'
import { type CompileBudget, openaiFinetune } from '@ockham/optimizers'
import { everyOptimizer } from '../optimizing/every-optimizer.ts'
import { everySelection } from '../optimizing/every-selection.ts'
import { isRight, questions } from '../optimizing/questions.ts'
import { numberOf, simulatedReply } from '../optimizing/simulated-reply.ts'
import { twoSteps } from '../optimizing/two-steps.ts'

/** What the process is told, as JSON in its first argument. */
export interface CompileOnce {
  readonly optimizer: string
  readonly budget?: CompileBudget
  readonly checkpoint?: string
  /** A file that gets one byte for each call of the LM. */
  readonly calls: string
  /** A server of fine-tuning jobs. */
  readonly baseURL: string
}

const told: CompileOnce = JSON.parse(process.argv[2] ?? '')
const { optimizer, budget, checkpoint, baseURL } = told
const calls = openSync(told.calls, 'a')

const lm = simulated('simulated/student', tell)
const models = [1, 3, 9].map((price) => simulated(`simulated/${price}`, tell, price))

async function tell(request: LMRequest): Promise<void> {
  writeSync(calls, '.')
  const chance = numberOf(simulatedReply(request), 'chance')
  // One or two milliseconds, so that calls end in another order than they began.
  await new Promise((resolve) => setTimeout(resolve, 1 + (chance % 2)))
  if (chance % 17 === 0) throw new LMServerError(`no luck with ${chance}`)
}

const valset = questions(12, 22)
const make = { ...everyOptimizer, ...everySelection }[optimizer]
if (!make) throw new Error(`There is no ${optimizer}.`)
const { program, report } = await make({
  promptModel: lm,
  models,
  concurrency: 4,
  seed: 1,
  finetune: {
    metric: isRight,
    provider: openaiFinetune({ apiKey: 'none', baseURL }),
    makeLM: (model) => simulated(`openai/${model}`, async () => undefined),
    model: 'small',
    pollSeconds: 0.003,
  },
}).compile(twoSteps(optimizer === 'KNNFewShot' ? free() : lm), {
  trainset: questions(0, 12),
  // Those that compare nothing take none.
  ...(/Few|tune/.test(optimizer) && !/Search/.test(optimizer) ? {} : { valset }),
  ...(optimizer === 'KNNFewShot' ? { teacher: twoSteps(lm) } : {}),
  ...(budget ? { budget } : {}),
  ...(checkpoint === undefined ? {} : { checkpoint }),
})
// What KNNFewShot makes asks its teacher at the calls of the program.
const predictions: object[] = []
for (const { question } of optimizer === 'KNNFewShot' ? valset : []) {
  predictions.push(await program({ question }))
}
process.stdout.write(JSON.stringify({ state: program.dumpState(), report, predictions }))
closeSync(calls)

function free(): LM {
  return simulated('simulated/student', async () => undefined)
}

function simulated(model: string, wait: (request: LMRequest) => Promise<void>, price = 1): LM {
  async function generate(request: LMRequest): Promise<LMResponse> {
    await wait(request)
    const text = simulatedReply(request, model)
    return {
      model,
      outputs: [{ text, finishReason: 'stop' }],
      usage: { inputTokens: 100, outputTokens: 20 },
      costUSD: 0.001 * price * (1 + (numberOf(text) % 4)),
    }
  }
  return {
    model,
    generate,
    async *stream(request) {
      yield { type: 'finish', response: await generate(request) }
    },
    maxCostUSD: () => 0.004 * price,
  }
}
