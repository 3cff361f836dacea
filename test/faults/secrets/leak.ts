import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { diskCache, type LMOptions, lm, router } from '@ockham/adapters'
import {
  cached,
  callHistory,
  collectSpans,
  fallback,
  formatSpans,
  inspectHistory,
  type LM,
  memoryCache,
  Predict,
  retrying,
  saveProgram,
  type TraceSpan,
  traced,
  trackUsage,
} from '@ockham/core'
import { question } from '../harness/ask.ts'
import { canaries } from './canaries.ts'

// node leak.ts <address of a wall> <folder> <models, by comma>: makes every call that could give
// something away, and writes all that a program or its logger could get hold of into the folder.
const [, , address = '', folder = '', models = ''] = process.argv
const host = address.replace('http://', '')
const path = { openai: '/v1', anthropic: '', gemini: '/v1beta', ollama: '' } as const
type Provider = keyof typeof path

const login = `${canaries.user}:${encodeURIComponent(canaries.password)}@`
const env = {
  OPENAI_API_KEY: canaries.environmentKey,
  ANTHROPIC_API_KEY: canaries.environmentKey,
  GEMINI_API_KEY: canaries.environmentKey,
  OLLAMA_API_KEY: canaries.environmentKey,
}
/** Where the secrets stand. */
const places: Readonly<Record<string, (provider: Provider) => LMOptions>> = {
  options: (provider) => ({
    apiKey: canaries.key,
    env: {},
    baseURL: `${address}${path[provider]}`,
  }),
  environment: (provider) => ({ env, baseURL: `${address}${path[provider]}` }),
  header: (provider) => ({
    ...{ apiKey: canaries.key, env: {}, baseURL: `${address}${path[provider]}` },
    headers: { 'X-Secret': canaries.header, 'X-Bearer': `Bearer ${canaries.header}` },
  }),
  address: (provider) => ({
    ...{ env, baseURL: `http://${login}${host}${path[provider]}?key=${canaries.query}` },
  }),
  'nobody there': () => ({
    ...{ env, baseURL: `http://${login}127.0.0.1:59/v1?key=${canaries.query}` },
  }),
  'not an address': () => ({ env, baseURL: `http://${login}[:::/v1?key=${canaries.query}` }),
}

const seen: string[] = []

/** All the ways to print a value. */
function note(value: unknown): void {
  seen.push(inspect(value, { depth: 20, showHidden: true, maxStringLength: null, getters: true }))
  seen.push(String(value), JSON.stringify(value) ?? '')
  if (value instanceof Error) {
    seen.push(value.stack ?? '', JSON.stringify(value, Object.getOwnPropertyNames(value)))
    note(value.cause)
    if ('errors' in value && Array.isArray(value.errors)) value.errors.forEach(note)
  }
}

async function use(one: LM): Promise<void> {
  await one.generate(question).then(note, note)
  try {
    for await (const event of one.stream(question)) note(event)
  } catch (error) {
    note(error)
  }
}

const memory = memoryCache()
const disk = diskCache({ path: join(folder, 'cache.db') })
const timeouts = { firstTokenMs: 100, totalMs: 200 }
for (const model of models.split(',')) {
  for (const provider of ['openai', 'anthropic', 'gemini', 'ollama'] as const) {
    for (const [place, optionsOf] of Object.entries(places)) {
      // Once is enough for an address where nobody is, and for the places that all wires share.
      if (place.startsWith('no') && model !== 'echo-400') continue
      if (provider !== 'openai' && place !== 'header' && place !== 'address') continue
      const one = lm(provider, model, { timeouts, ...optionsOf(provider) })
      note(one)
      note(one.account)
      await use(one)
      const routed = router({
        models: [retrying(one, { attempts: 1 }), fallback(one)],
        attempts: 2,
        random: () => 0.01,
      })
      await use(cached(routed, { store: memory }))
      note(routed.plan(question))
      note(routed.health())
    }
  }
}

const good = lm('openai', 'echo-headers', places['header']?.('openai') ?? {})
const kept = cached(cached(good, { store: disk }), { store: memory })
await use(kept)
const program = new Predict('question -> answer')
program.lm = kept
const run = () => program({ question: 'what?' }, { lm: kept })
note(await trackUsage(() => traced(run)).catch((error: unknown) => error))
const bad = lm('openai', 'echo-400', places['address']?.('openai') ?? {})
const spans: TraceSpan[] = []
const both = () => Promise.allSettled([run(), program({ question: 'what?' }, { lm: bad })])
note(await collectSpans(both, { into: spans }))
note(formatSpans(spans))
note(callHistory())
note(inspectHistory(10, { write: () => undefined }))
await saveProgram(program, join(folder, 'program.json')).catch(note)
note(memory)
note(program)
await disk.close?.()
await writeFile(join(folder, 'seen.txt'), seen.join('\n'))
console.log(`${seen.length} things noted`)
