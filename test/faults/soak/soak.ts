import { lm, type RouterOptions, router } from '@ockham/adapters'
import { type CacheStore, OckhamError } from '@ockham/core'
import { rightAnswer } from '../wall/behaviours/answers.ts'
import type { SoakReport } from './report.ts'

// node --expose-gc soak.ts <address of a wall> <number of requests> <mixed | both-down>
const [, , address = '', count = '0', kind = 'mixed'] = process.argv
const requests = Number(count)
const concurrency = 64
const samples = 24

const timeouts = { firstTokenMs: 1_000, idleMs: 1_000, attemptMs: 2_000 }
const at = (model: string) =>
  lm('openai', model, { baseURL: `${address}/v1`, apiKey: `sk-${model}` })

const down = (): Promise<never> => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:6379'))
const deadStore: CacheStore = { get: down, set: down }
// Neither opened nor slowed down, so that faults keep coming.
const steady = { breaker: { failures: 1e9, minimumCalls: 1e9 }, limits: { adaptive: false } }
const kinds: Readonly<Record<string, RouterOptions>> = {
  mixed: { models: [at('mixed~a'), at('mixed~b'), at('ok')], ...steady, onContentFilter: 'next' },
  'both-down': { models: [at('f06-500'), at('ok')], cache: { store: deadStore } },
}
const lms = router({
  models: [],
  ...kinds[kind],
  strategy: 'ordered',
  timeouts,
  random: () => 0.01,
})

const outcomes: Record<string, number> = {}
const heap: number[] = []
let started = 0
let ended = 0

async function call(number: number): Promise<string> {
  const messages = [{ role: 'user' as const, content: `Question ${number}: what is right?` }]
  // Some callers leave.
  const signal = number % 50 === 7 ? AbortSignal.timeout(number % 20) : undefined
  const request = { messages, ...(signal && { signal }) }
  try {
    if (number % 2 === 0) return described((await lms.generate(request)).outputs[0]?.text)
    let text: string | undefined
    for await (const event of lms.stream(request)) {
      if (event.type === 'finish') text = event.response.outputs[0]?.text
    }
    return described(text)
  } catch (error) {
    return OckhamError.is(error) ? error.code : `untyped ${String(error)}`
  }
}

function described(text: string | undefined): string {
  // Whole replies of the wall that say something else are tool calls.
  return text === rightAnswer || text === '' ? 'right' : `wrong: ${text}`
}

async function worker(): Promise<void> {
  while (started < requests) {
    started += 1
    const outcome = await call(started)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    ended += 1
    if (ended % Math.floor(requests / samples) === 0) {
      globalThis.gc?.()
      heap.push(process.memoryUsage().heapUsed)
    }
  }
}

const startedAt = performance.now()
await Promise.all(Array.from({ length: concurrency }, worker))
const report: SoakReport = { outcomes, heap, tookMs: performance.now() - startedAt }
console.log(JSON.stringify(report))
// No `process.exit`: whatever is left open would keep the process from ending.
