import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { contenders, control } from './measurement/contenders.ts'
import { measure } from './measurement/measure.ts'
import { plot } from './measurement/plot.ts'
import { measureRaces } from './measurement/raced.ts'
import { racesReport, report } from './measurement/report.ts'
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

console.log(
  `Node ${process.version}, ${seeds.length} seeds. A simulation: no evidence about real models.`,
)
for (const parameters of [world1, world2]) {
  if (!values.world.includes(parameters.name)) continue
  const comparison = await measure({ parameters, contenders, control, budgets, seeds })
  console.log(`\n${report(comparison)}`)
  console.log(`\n${racesReport(parameters.name, await measureRaces(parameters, seeds))}`)
  if (values.out === undefined) continue
  await mkdir(values.out, { recursive: true })
  await writeFile(join(values.out, `${parameters.name}.svg`), plot(comparison))
}
