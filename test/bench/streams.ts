import { JSONAdapter, Predict, streamify } from '@ockham/core'
import { median } from './median.ts'
import { stubLM } from './stub-lm.ts'

const rounds = 9
/** Chunks that each side streams before it is measured. */
const warmUpChunks = 100_000
const sizes = [1000, 10_000, 100_000]
const word = 'word '

/** Microseconds a streamed chunk, for answers of growing length, beside a bare generator. */
export async function benchStreams(): Promise<void> {
  console.log('\nA streamed chunk (aim: under 2 µs, the same at every length)')
  for (const chunks of sizes) {
    const body = Array.from({ length: chunks }, () => word)
    const chat = ['[[ ## answer ## ]]\n', ...body, '\n\n[[ ## completed ## ]]\n']
    const json = ['{"answer": "', ...body, '"}']
    const qa = new Predict('question -> answer')
    const streams = {
      'floor: async generator': () => bareGenerator(chat),
      'streamify, ChatAdapter': () =>
        streamify(qa)({ question: 'why?' }, { lm: stubLM(chat.join(''), chat) }),
      'streamify, JSONAdapter': () =>
        streamify(qa)(
          { question: 'why?' },
          { lm: stubLM(json.join(''), json), adapter: new JSONAdapter() },
        ),
    }
    const times = new Map<string, number[]>(Object.keys(streams).map((name) => [name, []]))
    const warmUps = Math.ceil(warmUpChunks / chunks)
    // The sides take turns, so that a slow moment of the machine hits all of them.
    for (let round = 0; round < warmUps + rounds; round += 1) {
      for (const [name, start] of Object.entries(streams)) {
        const startedAt = performance.now()
        for await (const event of start()) void event
        if (round >= warmUps)
          times.get(name)?.push(((performance.now() - startedAt) * 1000) / chunks)
      }
    }
    for (const [name, measured] of times) {
      console.log(
        `  ${String(chunks).padStart(7)} chunks  ${name.padEnd(24)} ${median(measured).toFixed(2).padStart(6)} µs`,
      )
    }
  }
}

async function* bareGenerator(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks
}
