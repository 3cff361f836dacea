import { openai } from '@ockham/adapters'
import type { LMRequest } from '@ockham/core'
import { OpenAI } from 'openai'
import { chatServer } from './chat-server.ts'
import { median } from './median.ts'

const calls = 3000
const warmUpCalls = 500
const chunks = 10_000
const streams = 15
const warmUpStreams = 5
const model = 'gpt-4o-mini'
const request: LMRequest = { messages: [{ role: 'user', content: 'Say something.' }] }
const body = { model, messages: [{ role: 'user' as const, content: 'Say something.' }] }

/** What `lm('openai/…')` costs over the bare SDK, with a server on loopback in another process. */
export async function benchOverhead(): Promise<void> {
  using server = await chatServer(chunks)
  const { baseURL } = server
  const sdk = new OpenAI({ apiKey: 'key', baseURL, maxRetries: 0 })
  const ours = openai(model, { apiKey: 'key', baseURL })

  const [bare, wrapped] = await alternate(
    warmUpCalls,
    calls,
    () => sdk.chat.completions.create(body),
    () => ours.generate(request),
  )
  console.log('\nA call over loopback (aim: at most 10 % over the bare SDK)')
  console.log(`  openai SDK          ${micro(bare)} µs median`)
  console.log(`  openai().generate   ${micro(wrapped)} µs median, ${percent(wrapped / bare - 1)}`)

  const [bareStream, wrappedStream] = await alternate(
    warmUpStreams,
    streams,
    async () => {
      const options = { stream: true as const, stream_options: { include_usage: true } }
      const stream = await sdk.chat.completions.create({ ...body, ...options })
      for await (const chunk of stream) void chunk
    },
    async () => {
      for await (const event of ours.stream(request)) void event
    },
  )
  console.log(
    `\nA streamed chunk over loopback, ${chunks} chunks (aim: under 2 µs over the bare SDK)`,
  )
  console.log(`  openai SDK          ${micro(bareStream / chunks)} µs median`)
  console.log(
    `  openai().stream     ${micro(wrappedStream / chunks)} µs median, ` +
      `${micro((wrappedStream - bareStream) / chunks)} µs more`,
  )
}

/** Median milliseconds of two sides that take turns, so that a slow moment hits both. */
async function alternate(
  warmUps: number,
  rounds: number,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [side, run] of [first, second].entries()) {
      const startedAt = performance.now()
      await run()
      if (round >= warmUps) times[side]?.push(performance.now() - startedAt)
    }
  }
  return [median(times[0]), median(times[1])]
}

function micro(milliseconds: number): string {
  return (milliseconds * 1000).toFixed(2).padStart(9)
}

function percent(ratio: number): string {
  return `${ratio < 0 ? '' : '+'}${(ratio * 100).toFixed(1)} %`
}
