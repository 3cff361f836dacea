import { type LM, Predict, streamify } from '@ockham/core'
import { median } from './median.ts'
import { stubLM } from './stub-lm.ts'

const streams = 1000
const chunksEach = 200
const rounds = 9
const warmUps = 5
const word = 'word '

/** 1,000 streams at once beside as many bare generators: how many times their work it is. */
export async function benchManyStreams(): Promise<number> {
  const lm = wordyLM()
  const program = streamify(new Predict('question -> answer'))
  const sides = {
    bare: () => atOnce(() => lm.stream({ messages: [] })),
    streamify: () => atOnce(() => program({ question: 'why?' }, { lm })),
  }
  const times: Record<keyof typeof sides, number[]> = { bare: [], streamify: [] }
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const side of ['bare', 'streamify'] as const) {
      const startedAt = performance.now()
      await sides[side]()
      if (round >= warmUps) times[side].push(performance.now() - startedAt)
    }
  }
  const [bare, ours] = [median(times.bare), median(times.streamify)]
  console.log(
    `\n${streams} streams of ${chunksEach} chunks at once (aim: under 3 times the bare generators)`,
  )
  console.log(
    `  bare generators ${bare.toFixed(0)} ms, streamify ${ours.toFixed(0)} ms: ${(ours / bare).toFixed(2)} times`,
  )
  return ours / bare
}

/** An LM that streams an answer of 200 chunks. */
function wordyLM(): LM {
  const body = Array.from({ length: chunksEach - 2 }, () => word)
  const chunks = ['[[ ## answer ## ]]\n', ...body, '\n\n[[ ## completed ## ]]\n']
  return stubLM(chunks.join(''), chunks)
}

async function atOnce(start: () => AsyncIterable<unknown>): Promise<void> {
  await Promise.all(Array.from({ length: streams }, () => drain(start())))
}

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const event of events) void event
}
