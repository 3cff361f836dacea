import { trackUsage } from '@ockham/core'
import { BootstrapFewShotWithRandomSearch, GEPA, MIPROv2 } from '@ockham/optimizers'
import { chance } from './chance.ts'
import { heldOut } from './measurement/measure.ts'
import { runOn } from './measurement/run-on.ts'
import { summarize } from './measurement/summary.ts'
import { makeWorld } from './world/make-world.ts'
import type { World } from './world/world.ts'
import { world1 } from './world-1.ts'
import { world2 } from './world-2.ts'
const variants: Record<string, (w: World, seed: number) => any> = {
  'RS faithful': ({ metric }, seed) => new BootstrapFewShotWithRandomSearch({ metric, seed, race: false }),
  'RS raced': ({ metric }, seed) => new BootstrapFewShotWithRandomSearch({ metric, seed }),
  'MIPRO light faithful': ({ metric, proposer: promptModel }, seed) => new MIPROv2({ metric, seed, promptModel, race: false }),
  'MIPRO light raced': ({ metric, proposer: promptModel }, seed) => new MIPROv2({ metric, seed, promptModel }),
  'MIPRO heavy faithful': ({ metric, proposer: promptModel }, seed) => new MIPROv2({ metric, seed, promptModel, auto: 'heavy', race: false }),
  'MIPRO heavy raced': ({ metric, proposer: promptModel }, seed) => new MIPROv2({ metric, seed, promptModel, auto: 'heavy' }),
  'GEPA faithful': ({ feedbackMetric: metric, proposer: reflectionLM }, seed) => new GEPA({ metric, seed, reflectionLM, auto: 'heavy', race: false, acceptance: 'strict' }),
  'GEPA raced': ({ feedbackMetric: metric, proposer: reflectionLM }, seed) => new GEPA({ metric, seed, reflectionLM, auto: 'heavy' }),
  'GEPA raced strict': ({ feedbackMetric: metric, proposer: reflectionLM }, seed) => new GEPA({ metric, seed, reflectionLM, auto: 'heavy', acceptance: 'strict' }),
  'GEPA seq unraced': ({ feedbackMetric: metric, proposer: reflectionLM }, seed) => new GEPA({ metric, seed, reflectionLM, auto: 'heavy', race: false }),
}
const noise = Number(process.argv[4] ?? 0)
let counter = 0
function noisy(m: any): any { return async (...a: any[]) => { const r = await m(...a); if (chance('noise', counter++) >= noise) return r; return typeof r === 'object' ? { ...r, score: 1 - r.score } : !r } }
const only = process.argv[2] ?? ''
const share = Number(process.argv[3] ?? 1)
for (const parameters of [world1, world2]) for (const [name, make] of Object.entries(variants)) {
  if (!name.includes(only)) continue
  const scores: number[] = [], calls: number[] = [], before: number[] = []
  for (let seed = 0; seed < 20; seed += 1) {
    const world = makeWorld(parameters, seed)
    const { trainset, valset } = world
    const { result, usage } = await runOn(world, 'small', () => trackUsage(() => make({ ...world, metric: noisy(world.metric), feedbackMetric: noisy(world.feedbackMetric) } as any, seed).compile(world.seedProgram(), { trainset, valset, ...(share === 1 ? {} : {budget:{calls:share}}) })))
    scores.push(await heldOut(world, (result as any).program)); calls.push(usage.calls - usage.cachedCalls)
  }
  const s = summarize(scores), c = summarize(calls)
  console.log(parameters.name, name.padEnd(24), s.mean.toFixed(3), `${s.low.toFixed(3)}..${s.high.toFixed(3)}`, c.mean.toFixed(0))
}
