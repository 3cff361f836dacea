// Routing: several models behind one LM, chosen by price, quality and sensitivity; failures are survived.
import { createServer } from 'node:http'
import { embedded, openaiCompatible, router } from '@ockham/adapters'
import { Budget, BudgetExceededError, configure, type LMPlan, Predict } from '@ockham/core'

// Offline two small learners in this process serve. With LLM_MODEL real models take their place.
const names = process.env['LLM_MODEL']?.split(',').map((name) => name.trim())
const served = names ?? [embedded('small'), embedded('large')]

// The cheapest offer is in the cloud, and out of order.
const cloud = createServer((_, response) => response.writeHead(503).end('out of order'))
await new Promise<void>((resolve) => cloud.listen(0, '127.0.0.1', resolve))
const address = cloud.address()
const port = typeof address === 'object' ? address?.port : undefined
const bargain = openaiCompatible({
  provider: 'bargain',
  model: 'basement',
  baseURL: `http://127.0.0.1:${port}/v1`,
  price: { input: 0.01, output: 0.02 },
})

const purse = new Budget({ name: 'triage', usd: 0.01, calls: 6 })
const models = [bargain, ...served]
const cheap = router({ models, strategy: 'cost_optimized', budget: purse })
const triage = new Predict("ticket -> category: 'billing' | 'technical' | 'account'")
triage.demos = [
  { ticket: 'Why is there a second charge on my card?', category: 'billing' },
  { ticket: 'The app crashes when I open it.', category: 'technical' },
  { ticket: 'I cannot log in with my new password.', category: 'account' },
]

// Every reply says how it came about.
let plan: LMPlan | undefined
configure({
  lm: cheap,
  callbacks: [{ onLMEnd: ({ outputs }) => (plan = Object(outputs).plan) }],
})

function tell(title: string, category: string) {
  console.log(`\n${title}: ${category}`)
  for (const { model, verdict, reason } of plan?.candidates ?? [])
    console.log(`  ${verdict.padEnd(8)} ${model.padEnd(16)} ${reason}`)
}

const ticket = 'I was charged twice for one order.'
tell('The cheapest is down, the next one answers', (await triage({ ticket })).category)

const secret = await triage({ ticket }, { sensitivity: 'confidential', rolloutId: 1 })
tell('Confidential: nothing leaves this machine', secret.category)

const best = router({ models, strategy: 'quality_optimized', quality: { 'embedded/large': 0.9 } })
tell('Quality first', (await triage({ ticket }, { lm: best })).category)

try {
  for (let rolloutId = 2; rolloutId < 20; rolloutId += 1) await triage({ ticket }, { rolloutId })
} catch (error) {
  if (!BudgetExceededError.is(error)) throw error
  console.log(`\nThe budget holds: ${error.message}`)
}
const { usd, calls } = purse.spent()
console.log(`Spent: ${calls} calls, $${usd.toFixed(6)}.`)
cloud.close()
