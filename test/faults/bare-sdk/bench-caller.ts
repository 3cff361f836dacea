import { OpenAI } from 'openai'
import type { ClientMaker } from '../failover-bench/perform.ts'
import type { Answer } from '../failover-bench/scenario.ts'

/** The `openai` package in FailoverBench: its own retries, a timeout of 30 s, and no way to a backup. */
export const sdkClient: ClientMaker = (baseURL, { primary: model }, { second }) => {
  const client = new OpenAI({
    baseURL,
    apiKey: 'sk-primary',
    timeout: 30 * second,
    logLevel: 'off',
  })
  return async () => {
    const startedAt = performance.now()
    const answer: Answer = { text: undefined, model, error: undefined, usage: false, tookMs: 0 }
    const controller = new AbortController()
    // FailoverBench ends a call after 120 s.
    const timer = setTimeout(() => controller.abort(), 120 * second)
    try {
      const messages = [{ role: 'user' as const, content: 'What is right?' }]
      const stream = await client.chat.completions.create(
        { model, messages, stream: true, stream_options: { include_usage: true } },
        { signal: controller.signal },
      )
      let text = ''
      for await (const chunk of stream) {
        text += chunk.choices[0]?.delta.content ?? ''
        answer.usage ||= chunk.usage != null
      }
      answer.text = text
    } catch (error) {
      answer.error = error
    }
    clearTimeout(timer)
    // An aborted stream of the SDK just ends.
    if (controller.signal.aborted) Object.assign(answer, { text: undefined, error: 'hangs' })
    return { ...answer, tookMs: performance.now() - startedAt }
  }
}
