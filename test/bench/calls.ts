import { ChainOfThought, JSONAdapter, Predict } from '@ockham/core'
import { Bench } from 'tinybench'
import { z } from 'zod'
import { stubLM } from './stub-lm.ts'

const ticket = { ticket: 'I was charged twice for my last order and nobody answers.' }
const spec = "ticket -> category: 'billing' | 'technical' | 'other', urgent: bool"
const chat = '[[ ## category ## ]]\nbilling\n\n[[ ## urgent ## ]]\nTrue\n\n[[ ## completed ## ]]\n'
const json = '{"category": "billing", "urgent": true}'

/** Microseconds a call with a stub LM, beside the least one would write by hand. */
export async function benchCalls(): Promise<void> {
  const bench = new Bench({ time: 1000, warmupTime: 300 })

  const schema = z.object({
    category: z.enum(['billing', 'technical', 'other']),
    urgent: z.boolean(),
  })
  const bare = stubLM(json)
  bench.add('floor: template, stub LM, JSON.parse, zod', async () => {
    const content = `Classify the ticket as JSON.\n\n${ticket.ticket}`
    const { outputs } = await bare.generate({ messages: [{ role: 'user', content }] })
    schema.parse(JSON.parse(outputs[0]?.text ?? ''))
  })

  const classify = new Predict(spec)
  classify.lm = stubLM(chat)
  bench.add('Predict, ChatAdapter', async () => {
    await classify(ticket)
  })

  const jsonLM = stubLM(json)
  const adapter = new JSONAdapter()
  const asJSON = new Predict(spec)
  bench.add('Predict, JSONAdapter', async () => {
    await asJSON(ticket, { lm: jsonLM, adapter })
  })

  const reason = new ChainOfThought(spec)
  reason.predict.lm = stubLM(`[[ ## reasoning ## ]]\nTwo charges.\n\n${chat}`)
  bench.add('ChainOfThought, ChatAdapter', async () => {
    await reason(ticket)
  })

  const withDemos = new Predict(spec)
  withDemos.lm = stubLM(chat)
  withDemos.demos = Array.from({ length: 16 }, (_, index) => ({
    ticket: `The app crashes when I open page ${index}.`,
    category: 'technical',
    urgent: false,
  }))
  bench.add('Predict, ChatAdapter, 16 demonstrations', async () => {
    await withDemos(ticket)
  })

  await bench.run()
  console.log('\nA call with a stub LM (aim: under 15 µs for Predict)')
  for (const { name, result } of bench.tasks) {
    if (!('latency' in result)) throw new Error(`${name} did not run: ${result.state}`)
    const { p50, p99 } = result.latency
    console.log(`  ${name.padEnd(44)} ${micro(p50)} µs median, ${micro(p99)} µs p99`)
  }
}

function micro(milliseconds: number): string {
  return (milliseconds * 1000).toFixed(1).padStart(6)
}
