import { type AnyOptimizer, everyOptimizer } from '../optimizing/every-optimizer.ts'
import { everySelection } from '../optimizing/every-selection.ts'
import { questions } from '../optimizing/questions.ts'
import { twoSteps } from '../optimizing/two-steps.ts'
import { type Behaviour, type Bill, chargingLM } from './charging-lm.ts'
import type { Scene } from './scene.ts'

/** Compiles a program, also one that asks at its calls, and puts what it truly took on a bill. */
export async function compileScene(
  optimizer: string,
  { budget, concurrency, seed, sizes, student, writer }: Scene,
  bill: Bill,
): ReturnType<AnyOptimizer['compile']> {
  const make = { ...everyOptimizer, ...everySelection }[optimizer]
  if (!make) throw new Error(`There is no ${optimizer}.`)
  const lm = chargingLM('simulated/student', student, bill)
  const promptModel = chargingLM('simulated/writer', writer, bill)
  const { train, val, test } = sizes
  const data = {
    trainset: questions(0, train),
    ...(val > 0 ? { valset: questions(20, 20 + val) } : {}),
    ...(test > 0 ? { testset: questions(40, 40 + test) } : {}),
    budget,
  }
  // Any run is worth learning, so that there is something to learn unless the budget ends before.
  const models = [1, 3, 9].map((price) =>
    chargingLM(`simulated/${price}`, dearer(student, price), bill),
  )
  const making = { promptModel, models, concurrency, seed, finetune: { metric: () => 1 } }
  if (optimizer !== 'KNNFewShot') return make(making).compile(twoSteps(lm), data)
  // Its budget is for what the teacher does at the calls of the program, and not for those.
  const free = chargingLM('simulated/student', student, newBill())
  const compiled = await make(making).compile(twoSteps(free), { ...data, teacher: twoSteps(lm) })
  const calls = questions(100, 106).map(({ question }) => compiled.program({ question }))
  await Promise.allSettled(calls)
  return compiled
}

function dearer(behaviour: Behaviour, times: number): Behaviour {
  const { input, output } = behaviour.price
  return { ...behaviour, price: { input: input * times, output: output * times } }
}

/** A bill with nothing on it. */
export function newBill(): Bill {
  return { calls: 0, usd: 0, unpriced: 0 }
}
