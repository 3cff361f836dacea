// An agent: it thinks, calls tools of ours and of an MCP server, looks at what came, and answers.
import { lmFromEnv, mcpClient } from '@ockham/adapters'
import { configure, ReAct, signature, streamify, tool } from '@ockham/core'
import { z } from 'zod'
import { standIn } from './stand-in.ts'

// Offline a stand-in follows a script; with LLM_MODEL a real model decides.
const online = process.env['LLM_MODEL'] !== undefined
configure({ lm: online ? lmFromEnv() : standIn() })
if (!online) console.log('(offline: a stand-in decides; set LLM_MODEL to let a real model)\n')

const orders = [
  { id: 'A17', customer: 'Ana Ruiz', product: 'desk lamp', parcel: 'P-900', euros: 49.5 },
  { id: 'A18', customer: 'Ben Stone', product: 'oak table', parcel: 'P-901', euros: 363 },
]

const findOrders = tool({
  name: 'find_orders',
  description: 'The orders of a customer.',
  input: z.object({ customer: z.string().describe('first and last name') }),
  execute: ({ customer }) => orders.filter((order) => order.customer === customer),
})

const refund = tool({
  name: 'refund',
  description: 'Pays an order back. At most 100 euros without a manager.',
  input: z.object({ order: z.string(), euros: z.number().positive().max(100) }),
  execute: ({ order, euros }) => `${euros.toFixed(2)} euros paid back for ${order}`,
})

// A server that speaks MCP, here a process of our own: it knows where parcels are.
await using parcels = await mcpClient({
  command: process.execPath,
  args: [new URL('parcel-server.ts', import.meta.url).pathname],
})

const agent = new ReAct(
  signature('complaint -> reply, refunded: float', {
    instructions: 'Settle the complaint of a customer of a furniture shop. Be fair, and brief.',
  }),
  { tools: [findOrders, refund, ...(await parcels.tools())], maxIters: 8 },
)

const complaint =
  'I am Ana Ruiz and my lamp still is not here after three weeks. I want my money back!'
console.log(`complaint: ${complaint}\n`)
const stream = streamify(agent)({ complaint })
for await (const event of stream) {
  if (event.type === 'tool-start') console.log(`  ${event.tool} ${JSON.stringify(event.args)}`)
  if (event.type === 'tool-end') console.log(`    -> ${JSON.stringify(event.value)}`)
}
const { reply, refunded, $meta } = await stream.prediction
console.log(`\nreply: ${reply}\n(${refunded.toFixed(2)} euros paid back, ${$meta.attempts} calls)`)
