import { ChatAdapter, JSONAdapter, signature, XMLAdapter } from '@ockham/core'
import { Bench } from 'tinybench'

const task = signature(
  "ticket, product, customer_since: int -> category: 'billing' | 'technical' | 'other', confidence: float, tags: list[str]",
)
const demos = Array.from({ length: 16 }, (_, index) => ({
  ticket: `The app crashes when I open page ${index}, and nobody answers my mails.`,
  product: 'Desk',
  customer_since: 2000 + index,
  category: 'technical',
  confidence: 0.5 + index / 100,
  tags: ['crash', `page ${index}`],
}))
const inputs = { ticket: 'I was charged twice.', product: 'Desk', customer_since: 2020 }

/** Microseconds to write the messages of a call with 16 demonstrations of 6 fields. */
export async function benchFormats(): Promise<void> {
  const bench = new Bench({ time: 1000, warmupTime: 300 })
  bench.add('floor: one template string a demonstration', () => {
    for (const demo of demos) {
      void `${demo.ticket}\n${demo.product}\n${demo.customer_since}`
      void `${demo.category}\n${demo.confidence}\n${JSON.stringify(demo.tags)}`
    }
  })
  for (const adapter of [new ChatAdapter(), new JSONAdapter(), new XMLAdapter()]) {
    bench.add(adapter.name, () => {
      adapter.format(task, demos, inputs)
    })
  }
  await bench.run()
  console.log('\nThe messages of a call with 16 demonstrations of 6 fields (aim: under 60 µs)')
  for (const { name, result } of bench.tasks) {
    if (!('latency' in result)) throw new Error(`${name} did not run: ${result.state}`)
    const { p50, p99 } = result.latency
    console.log(
      `  ${name.padEnd(44)} ${(p50 * 1000).toFixed(1).padStart(6)} µs median, ${(p99 * 1000).toFixed(1).padStart(6)} µs p99`,
    )
  }
}
