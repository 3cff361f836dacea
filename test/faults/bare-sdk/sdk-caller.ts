import { OpenAI } from 'openai'
import { type Caller, canaryKey } from './reply.ts'

const messages = [{ role: 'user' as const, content: 'What is right?' }]

/** The `openai` package as it comes, with a timeout of 3 s. */
export function sdkCaller(baseURL: string, model: string): Caller {
  const client = new OpenAI({ baseURL, apiKey: canaryKey, timeout: 3_000, logLevel: 'off' })
  return async (way) => {
    try {
      if (way === 'generate') {
        const reply = await client.chat.completions.create({ model, messages, temperature: 0.5 })
        // The types promise choices; a careful caller asks all the same.
        return { text: reply.choices?.[0]?.message.content }
      }
      let text = ''
      const stream = await client.chat.completions.create({ model, messages, stream: true })
      for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? ''
      return { text }
    } catch (error) {
      return { error }
    }
  }
}
