import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contenders, control } from './measurement/contenders.ts'
import { measure } from './measurement/measure.ts'
import { page } from './measurement/page.ts'
import { plot } from './measurement/plot.ts'
import { measureRaces } from './measurement/raced.ts'
import { world1 } from './world-1.ts'
import { world2 } from './world-2.ts'

// node --conditions=@ockham/source worlds/main.ts --seeds 20 --budgets 200,800 --world rules --out some-folder
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    budgets: { type: 'string', default: '100,400,1600,4800' },
    world: { type: 'string', multiple: true, default: [world1.name, world2.name] },
    out: { type: 'string' },
  },
})
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index)
const budgets = values.budgets.split(',').map((calls) => ({ calls: Number(calls) }))

const date = new Date().toISOString().slice(0, 10)

for (const parameters of [world1, world2]) {
  if (!values.world.includes(parameters.name)) continue
  const comparison = await measure({ parameters, contenders, control, budgets, seeds })
  const races = await measureRaces(parameters, seeds)
  const text = page({ comparison, races, seeds: seeds.length, date })
  console.log(text)
  if (values.out === undefined) continue
  await mkdir(values.out, { recursive: true })
  await writeFile(join(values.out, `${parameters.name}.md`), text)
  await writeFile(join(values.out, `${parameters.name}.svg`), plot(comparison))
}
