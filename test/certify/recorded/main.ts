import { parseArgs } from 'node:util'
import { readTable, truthsOf } from './recorded-table.ts'
import { repeatCascade } from './repeat-cascade.ts'
import { type Repeated, repeatSelection } from './repeat-selection.ts'

// In test/: pnpm recorded outcomes.csv --permutations 300 --floors .85,.9,.93 --tolerances .05,.1
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    permutations: { type: 'string', default: '300' },
    floors: { type: 'string', default: '.85,.90,.93' },
    tolerances: { type: 'string', default: '.05,.10' },
    reference: { type: 'string' },
    // The models of a cascade, such as small,medium,large: the last is the reference.
    cascade: { type: 'string' },
  },
})
const [path] = positionals
if (path === undefined)
  throw new Error('Name a table: MODEL:answer and MODEL:usd_micro, a line an example.')
const table = readTable(path)
const truths = truthsOf(table)
const permutations = Number(values.permutations)
const numbers = (text: string): number[] => text.split(',').filter(Boolean).map(Number)
const best = truths.toSorted((one, other) => other.meanScore - one.meanScore)[0]?.model
const reference = values.reference ?? best

console.log(
  `${table.devset().length} examples, ${truths.length} models, ${permutations} orders, alpha 0.05`,
)
for (const floor of numbers(values.floors)) {
  show(
    `floor ${floor}`,
    await repeatSelection(table, {
      truths,
      permutations,
      adequate: floor,
      options: () => ({ metric: table.metric, models: table.lms(), floor }),
    }),
  )
}
for (const tolerance of numbers(values.tolerances)) {
  const lms = table.lms()
  const lm = lms.find(({ model }) => model === reference)
  const truth = truths.find(({ model }) => model === reference)
  if (!lm || !truth) throw new Error(`The table has no ${reference}.`)
  show(
    `${reference} - ${tolerance}`,
    await repeatSelection(table, {
      // What costs no less than the reference is never chosen in its place.
      truths,
      permutations,
      adequate: truth.meanScore - tolerance,
      options: () => ({ metric: table.metric, models: lms, reference: lm, tolerance }),
    }),
  )
}

if (values.cascade !== undefined) {
  const tolerance = 0.02
  const models = values.cascade.split(',')
  const found = await repeatCascade(table, { models, tolerance, permutations })
  console.log(
    `cascade of ${models.join(', ')}, tolerance ${tolerance}: certified ${percent(found.certified)}  wrong ` +
      `${percent(found.errors)}  price ${percent(found.price)} of the reference's (dearest ${percent(found.dearest)})`,
  )
  for (const [name, count] of found.chosen) console.log(`  ${count} x ${name}`)
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)} %`
}

function show(
  what: string,
  { agreement, errors, spend, millisecondsAnEvaluation }: Repeated,
): void {
  console.log(
    `${what.padEnd(40)} agrees ${percent(agreement)}  wrong ${percent(errors)}  spends ${percent(spend)}  ` +
      `${(millisecondsAnEvaluation * 1000).toFixed(0)} µs an evaluation`,
  )
}
