import { lm } from '@ockham/adapters'
import { ask, question } from '../harness/ask.ts'
import { routed } from '../harness/routed.ts'
import { type Caller, canaryKey } from './reply.ts'

/** A router with a backup, with the same 3 s for each of its limits. */
export function routerCaller(baseURL: string, model: string): Caller {
  const timeouts = { firstTokenMs: 3_000, idleMs: 3_000, totalMs: 3_000 }
  const primary = lm('openai', model, { baseURL, apiKey: canaryKey, timeouts, temperature: 0.5 })
  const lms = routed(primary, lm('openai', 'ok', { baseURL, apiKey: 'sk-backup-0123456789' }))
  return async (way) => {
    const { response, text, error } = await ask(lms, way, question)
    return response ? { text } : { error }
  }
}
