// Support triage: teach a prompt by examples, then find the cheapest model that is good enough.
import { readFile } from 'node:fs/promises'
import { embedded, lmFromEnv } from '@ockham/adapters'
import { configure, evaluate, example, Predict, signature, streamify } from '@ockham/core'
import { BootstrapFewShot, CheapestAdequate } from '@ockham/optimizers'
import { z } from 'zod'

const ticketRow = z.object({
  ticket: z.string(),
  category: z.enum(['billing', 'technical', 'account', 'shipping', 'returns', 'sales', 'feedback']),
  urgent: z.boolean(),
})
type Ticket = z.infer<typeof ticketRow>

async function tickets(split: string) {
  const lines = await readFile(new URL(`./tickets/${split}.jsonl`, import.meta.url), 'utf8')
  const rows = lines.trim().split('\n').map((line) => ticketRow.parse(JSON.parse(line)))
  return rows.map((row) => example(row, { inputs: ['ticket'] }))
}

// Offline by default; LLM_MODEL="openai/gpt-5-nano,openai/gpt-5-mini,openai/gpt-5" runs the same story live.
const names = process.env['LLM_MODEL']?.split(',')
const models =
  names?.map((name) => lmFromEnv({ ...process.env, LLM_MODEL: name.trim() })) ??
  (['nano', 'small', 'large'] as const).map((tier) => embedded(tier))
const strongest = models.at(-1)
configure({ lm: strongest })
const [trainset, devset, testset] = await Promise.all(['train', 'dev', 'test'].map(tickets))

const triage = new Predict(
  signature({
    instructions: 'Decide which team handles the ticket, and whether it must be handled today.',
    inputs: { ticket: ticketRow.shape.ticket },
    outputs: { summary: z.string(), category: ticketRow.shape.category, urgent: ticketRow.shape.urgent },
  }),
)
const metric = (gold: Ticket, answer: { category: string; urgent: boolean }) =>
  gold.category === answer.category ? 1 : 0

for await (const event of streamify(triage)({ ticket: 'The lamp arrived smashed. I want my money back.' })) {
  if (event.type === 'field') process.stdout.write(event.delta)
  if (event.type === 'prediction') console.log('\n', event.prediction)
}
for (const m of models) { const r = await evaluate(triage.copy(), { devset, metric: metric }); console.log(r.score, r.interval, r.costUSD) }
