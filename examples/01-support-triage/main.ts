// Support triage: teach a prompt by examples, then find the cheapest model that is good enough.
import { readFileSync } from 'node:fs'
import { embedded, lmFromEnv } from '@ockham/adapters'
import * as ockham from '@ockham/core'
import { BootstrapFewShot, CheapestAdequate, selectionTable } from '@ockham/optimizers'

const teams = "'billing' | 'technical' | 'account' | 'shipping' | 'returns' | 'sales' | 'feedback'"
const task = ockham.signature(`ticket -> category: ${teams}, urgent: bool`, {
  instructions: 'Decide which team handles the ticket, and whether waiting a day would do harm.',
})
type Ticket = ockham.InferInputs<typeof task> & ockham.InferOutputs<typeof task>

function tickets(split: string) {
  const lines = readFileSync(new URL(`tickets/${split}.jsonl`, import.meta.url), 'utf8').trim()
  const rows: Ticket[] = lines.split('\n').map((line) => JSON.parse(line))
  return rows.map((row) => ockham.example(row, { inputs: ['ticket'] }))
}
const [trainset, devset, testset] = [tickets('train'), tickets('dev'), tickets('test')]

// Half a point for the team, half a point for the urgency.
const metric = (gold: Ticket, answer: Omit<Ticket, 'ticket'>) =>
  (Number(gold.category === answer.category) + Number(gold.urgent === answer.urgent)) / 2

// Offline unless LLM_MODEL names models, such as "openai/gpt-5-nano,openai/gpt-5-mini,openai/gpt-5".
const names = process.env['LLM_MODEL']?.split(',').map((name) => name.trim())
const models = names
  ? names.map((name) => lmFromEnv({ ...process.env, LLM_MODEL: name }))
  : [embedded('nano'), embedded('small'), embedded('large')]
const strongest = models.at(-1)
ockham.configure({ lm: strongest })

const ticket = 'You charged my card twice, and now your app does not even let me log in.'
console.log(`A ticket: ${ticket}\n${strongest?.model} thinks aloud:`)
for await (const event of ockham.streamify(new ockham.ChainOfThought(task))({ ticket })) {
  if (event.type === 'field') process.stdout.write(event.delta + (event.done ? '\n' : ''))
}

const triage = new ockham.Predict(task)
const untaught = await ockham.evaluate(triage, { devset, metric })
console.log(
  `\nWithout examples it scores ${untaught.score.toFixed(3)} on ${devset.length} tickets.`,
)

const limits = { metricThreshold: 1, maxBootstrappedDemos: 16, maxLabeledDemos: 48 }
const bootstrap = new BootstrapFewShot({ metric, ...limits })
const { program } = await bootstrap.compile(triage, { trainset })
const taught = await ockham.evaluate(program, { devset, metric })
console.log(`With ${program.demos.length} examples it scores ${taught.score.toFixed(3)}.`)

console.log('\nWhich is the cheapest model that scores 0.600 with them?\n')
const search = new CheapestAdequate({ metric, models, floor: 0.6 })
const selection = await search.compile(program, { devset })
console.log(selectionTable(selection.report))

const final = await ockham.evaluate(selection.program, { devset: testset, metric })
console.log(`\nOn ${testset.length} tickets nothing has seen it scores ${final.score.toFixed(3)}.`)
