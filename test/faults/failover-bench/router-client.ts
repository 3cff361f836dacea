import { lm, router } from '@ockham/adapters'
import { question } from '../harness/ask.ts'
import type { ClientMaker } from './perform.ts'
import type { Answer } from './scenario.ts'

/** Ours: a router with a primary and a backup, its limits scaled as the scenario's seconds are. */
export const routerClient: ClientMaker = (baseURL, { primary, backup }, { second }) => {
  const timeouts = { firstTokenMs: 30 * second, idleMs: 30 * second }
  const routed = router({
    models: [primary, backup].map((model) =>
      lm('openai', model, { baseURL, apiKey: `sk-${model}`, timeouts }),
    ),
    strategy: 'ordered',
    timeouts: { firstTokenMs: 10 * second, idleMs: 30 * second },
    breaker: { windowMs: 30 * second, openMs: 5 * second, maxOpenMs: 20 * second },
  })
  return async () => {
    const startedAt = performance.now()
    const answer: Answer = {
      text: undefined,
      model: undefined,
      error: undefined,
      usage: false,
      tookMs: 0,
    }
    try {
      for await (const event of routed.stream(question)) {
        if (event.type !== 'finish') continue
        const { response } = event
        answer.text = response.outputs[0]?.text
        answer.model = response.model
        answer.usage = response.usage.estimated !== true
      }
    } catch (error) {
      answer.error = error
    }
    return { ...answer, tookMs: performance.now() - startedAt }
  }
}
