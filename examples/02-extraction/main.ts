// Extraction: typed records out of mails, whatever notation a model answers in.
import { lmFromEnv } from '@ockham/adapters'
import { configure, evaluate, example, type InferOutputs, Predict, signature } from '@ockham/core'
import { z } from 'zod'
import { type Mail, mails } from './mails.ts'
import { sloppyModel } from './sloppy-model.ts'

const order = signature({
  instructions: 'Read the order out of the mail. Prices are in euros.',
  inputs: { mail: z.string() },
  outputs: {
    customer: z.string().describe('first and last name'),
    items: z.array(z.object({ product: z.string(), quantity: z.number().int().min(1) })),
    total: z.number().describe('what the customer says all of it costs'),
    delivery: z.enum(['standard', 'express', 'pickup']),
    wishes: z.array(z.string()).describe('what else the customer asks for'),
  },
})

// Offline a few regular expressions stand in for a model, and answer as untidily as small models do.
const online = process.env['LLM_MODEL'] !== undefined
configure({ lm: online ? lmFromEnv() : sloppyModel() })
console.log(online ? '' : '(offline: a stand-in answers; set LLM_MODEL to ask a real model)\n')

const extract = new Predict(order)
const [first] = mails
const { customer, items, total, delivery, $meta } = await extract({ mail: first.mail })
console.log(`${first.mail}\n`)
for (const { product, quantity } of items) console.log(`  ${quantity} x ${product}`)
console.log(
  `  for ${customer}, ${delivery}, ${total.toFixed(2)} euros, in ${$meta.attempts} call\n`,
)

/** The share of fields that are right, and which are not. */
function metric(gold: Mail, found: InferOutputs<typeof order>) {
  const fields = ['customer', 'items', 'total', 'delivery', 'wishes'] as const
  const wrong = fields.filter((name) => JSON.stringify(gold[name]) !== JSON.stringify(found[name]))
  return { score: 1 - wrong.length / fields.length, feedback: `wrong: ${wrong.join(', ')}` }
}

const devset = mails.map((row) => example(row, { inputs: ['mail'] }))
const result = await evaluate(extract, { devset, metric })
const [low, high] = result.interval
console.log(
  `${devset.length} mails in ${devset.length} notations: score ${result.score.toFixed(2)}`,
)
console.log(`(95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}), ${result.usage.calls} calls.`)
