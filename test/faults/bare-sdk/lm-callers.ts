import { lm } from '@ockham/adapters'
import { type LM, retrying } from '@ockham/core'
import { ask, question } from '../harness/ask.ts'
import { routed } from '../harness/routed.ts'
import { type Caller, canaryKey } from './reply.ts'

/** With the same 3 s for each of its limits. */
function primary(baseURL: string, model: string): LM {
  const timeouts = { firstTokenMs: 3_000, idleMs: 3_000, totalMs: 3_000 }
  return lm('openai', model, { baseURL, apiKey: canaryKey, timeouts, temperature: 0.5 })
}

function caller(one: LM): Caller {
  return async (way) => {
    const { response, text, error } = await ask(one, way, question)
    return response ? { text } : { error }
  }
}

/** An LM that is asked up to three times, as the SDK asks. */
export function lmCaller(baseURL: string, model: string): Caller {
  return caller(retrying(primary(baseURL, model)))
}

/** A router with a backup. */
export function routerCaller(baseURL: string, model: string): Caller {
  const backup = lm('openai', 'ok', { baseURL, apiKey: 'sk-backup-0123456789' })
  return caller(routed(primary(baseURL, model), backup))
}
