// Support triage: teach a prompt by examples, then find the cheapest model that is good enough.
import { readFileSync } from 'node:fs'
import { embedded, lmFromEnv } from '@ockham/adapters'
import * as ockham from '@ockham/core'
import { BootstrapFewShot, CheapestAdequate } from '@ockham/optimizers'

const task = ockham.signature(
  "ticket -> category: 'billing' | 'technical' | 'account' | 'shipping' | 'returns' | 'sales' | 'feedback', urgent: bool",
  {
    instructions: 'Decide which team handles the ticket, and whether waiting a day would do harm.',
  },
)
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

const question = { ticket: 'Your app keeps crashing, and you still charged me twice. Refund one!' }
console.log(`A ticket: ${question.ticket}`)
for await (const event of ockham.streamify(new ockham.ChainOfThought(task))(question)) {
  if (event.type === 'field') process.stdout.write(event.delta + (event.done ? '\n' : ''))
}

const triage = new ockham.Predict(task)
const before = await ockham.evaluate(triage, { devset, metric })
console.log(
  `\n${strongest?.model} without examples scores ${before.score.toFixed(3)} on ${devset.length} tickets.`,
)

const bootstrap = new BootstrapFewShot({
  metric,
  metricThreshold: 1,
  maxBootstrappedDemos: 16,
  maxLabeledDemos: 48,
})
const { program: taught } = await bootstrap.compile(triage, { trainset })
const after = await ockham.evaluate(taught, { devset, metric })
console.log(
  `With ${taught.demos.length} examples it scores ${after.score.toFixed(3)}. Which model is good enough at 0.70?\n`,
)

const selection = await new CheapestAdequate({ metric, models, floor: 0.7 }).compile(taught, {
  devset,
})
console.table(
  selection.report.candidates.map(
    ({ model, evaluated, meanScore, interval, costPerExampleUSD, verdict }) => ({
      model,
      tickets: evaluated,
      'dev score': meanScore.toFixed(3),
      '95 % interval': interval.map((end) => end.toFixed(3)).join(' to '),
      '$ per 1,000': ((costPerExampleUSD ?? Number.NaN) * 1000).toFixed(3),
      verdict,
    }),
  ),
)
const final = await ockham.evaluate(selection.program, { devset: testset, metric })
console.log(
  `${selection.report.choice['self']} is chosen; it scores ${final.score.toFixed(3)} on ${testset.length} tickets that nothing has seen.`,
)
