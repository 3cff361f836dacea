import {
  AbortError,
  type LMRequest,
  type LMStreamEvent,
  OptionError,
  UnsupportedFeatureError,
} from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { type PromptSpec, renderChat } from './__fixtures__/render-prompt.ts'
import { embedded } from './embedded.ts'

const spec: PromptSpec = {
  inputs: ['text'],
  outputs: [
    { name: 'reasoning', type: 'str' },
    {
      name: 'topic',
      type: "Literal['sport', 'food', 'music']",
      note: 'must exactly match (no extra characters) one of: sport; food; music',
    },
  ],
}

function ask(text: string, rest: Omit<LMRequest, 'messages'> = {}): LMRequest {
  return { messages: renderChat(spec, { text }), ...rest }
}

async function collect(events: AsyncIterable<LMStreamEvent>): Promise<LMStreamEvent[]> {
  const all: LMStreamEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

describe('embedded', () => {
  it('names its tier, counts four characters a token and always tells the cost', async () => {
    const lm = embedded('small')
    const request = ask('The band sang a song')
    const response = await lm.generate(request)
    const characters = request.messages.reduce((sum, one) => sum + String(one.content).length, 0)
    const written = response.outputs[0]?.text.length ?? 0
    const inputTokens = Math.ceil(characters / 4)
    const outputTokens = Math.ceil(written / 4)
    expect(response.model).toBe('embedded/small')
    expect(response.usage).toEqual({ inputTokens, outputTokens })
    expect(response.costUSD).toBeCloseTo((inputTokens * 0.25 + outputTokens) / 1e6, 12)
  })

  it.each([{}, { maxTokens: 5 }, { n: 3, temperature: 1 }])(
    'never costs more than it said it could, with %o',
    async (config) => {
      const lm = embedded('large')
      const request = ask('A long meal', { config })
      const { costUSD } = await lm.generate(request)
      expect(costUSD).toBeLessThanOrEqual(lm.maxCostUSD?.(request) ?? 0)
    },
  )

  it('gives the same reply to the same request, and the same text when streamed', async () => {
    const request = ask('We won the match after a long, long game of football.')
    const reply = await embedded('nano', { seed: 3 }).generate(request)
    const again = await embedded('nano', { seed: 3 }).generate(request)
    const events = await collect(embedded('nano', { seed: 3 }).stream(request))
    const words = events.flatMap((event) => (event.type === 'text-delta' ? [event.text] : []))
    expect(again).toEqual(reply)
    expect(words.join('')).toBe(reply.outputs[0]?.text)
    expect(words.every((word) => word.trim().split(/\s+/).length === 1)).toBe(true)
    expect(events.at(-1)).toEqual({ type: 'finish', response: reply })
  })

  it('draws other labels for another rollout only when there is temperature', async () => {
    const lm = embedded('large')
    const draw = async (temperature: number, rolloutId: number): Promise<string | undefined> => {
      const response = await lm.generate(ask('hm', { config: { temperature, rolloutId } }))
      return /topic ## \]\]\n(\w+)/.exec(response.outputs[0]?.text ?? '')?.[1]
    }
    const ids = Array.from({ length: 12 }, (_, id) => id)
    expect(new Set(await Promise.all(ids.map((id) => draw(0, id)))).size).toBe(1)
    expect(new Set(await Promise.all(ids.map((id) => draw(1, id)))).size).toBeGreaterThan(1)
  })

  it('errs on other inputs under another seed', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => `note ${at}`)
    const replies = (seed: number): Promise<unknown[]> => {
      const lm = embedded('nano', { seed })
      return Promise.all(texts.map(async (text) => (await lm.generate(ask(text))).outputs))
    }
    expect(await replies(1)).not.toEqual(await replies(2))
  })

  it('writes as many completions as asked and streams each under its index', async () => {
    const request = ask('bread', { config: { n: 2 } })
    const response = await embedded('large').generate(request)
    const events = await collect(embedded('large').stream(request))
    const second = events.flatMap((one) =>
      one.type === 'text-delta' && one.index === 1 ? [one.text] : [],
    )
    expect(response.outputs).toHaveLength(2)
    expect(second.join('')).toBe(response.outputs[1]?.text)
  })

  it('cuts its reply at maxTokens and before a stop text', async () => {
    const cut = await embedded('large').generate(ask('bread', { config: { maxTokens: 4 } }))
    const stopped = await embedded('large').generate(
      ask('bread', { config: { stop: ['[[ ## topic'] } }),
    )
    expect(cut.outputs[0]).toEqual({ text: '[[ ## reasoning ', finishReason: 'length' })
    expect(stopped.outputs[0]?.text).not.toContain('topic ##')
    expect(stopped.outputs[0]?.finishReason).toBe('stop')
  })

  it('names in its reasoning the words that decided', async () => {
    const { outputs } = await embedded('large').generate(ask('They sang a song'))
    expect(outputs[0]?.text).toMatch(/"song".*music for topic/)
  })

  it('throws AbortError for a signal that has fired, fires while waiting or between words', async () => {
    const fired = ask('bread', { signal: AbortSignal.abort() })
    await expect(embedded('nano').generate(fired)).rejects.toBeInstanceOf(AbortError)
    await expect(collect(embedded('nano').stream(fired))).rejects.toBeInstanceOf(AbortError)
    const slow = embedded('nano', { latencyMs: 60_000 })
    const waiting = slow.generate(ask('bread', { signal: AbortSignal.timeout(5) }))
    await expect(waiting).rejects.toBeInstanceOf(AbortError)
    const controller = new AbortController()
    const words: string[] = []
    const reading = (async (): Promise<void> => {
      for await (const event of embedded('nano').stream(
        ask('bread', { signal: controller.signal }),
      )) {
        words.push(event.type)
        controller.abort()
      }
    })()
    await expect(reading).rejects.toBeInstanceOf(AbortError)
    expect(words).toEqual(['text-delta'])
  })

  it('answers a prompt alike whatever it was asked before', async () => {
    const used = embedded('large')
    const prompt = (at: number): LMRequest => ({
      messages: renderChat(
        { ...spec, demos: [{ text: `zork ${at}`, reasoning: 'So.', topic: 'food' }] },
        { text: 'A zork' },
      ),
    })
    for (let at = 0; at < 40; at += 1) await used.generate(prompt(at))
    for (const at of [0, 20, 39]) {
      expect(await used.generate(prompt(at))).toEqual(await embedded('large').generate(prompt(at)))
    }
  })

  it.each(['a', '1', ' ', 'a-', 'Aa ', '.', '\n', '1 '])(
    'reads 100 kB of %o in linear time',
    async (unit) => {
      const outputs = ['email', 'phone', 'price', 'order_id', 'name', 'due_date', 'answer'].map(
        (name) => ({ name, type: 'str' }),
      )
      const text = unit.repeat(100_000 / unit.length)
      const messages = renderChat({ inputs: ['text'], outputs }, { text: `x${text}` })
      const start = performance.now()
      await embedded('large').generate({ messages })
      expect(performance.now() - start).toBeLessThan(3000)
    },
  )

  it('replies also to an empty conversation and to documents of text', async () => {
    const document: LMRequest = {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'document', data: 'Hi.', mediaType: 'text/plain' },
            { type: 'text', text: '' },
          ],
        },
      ],
    }
    expect((await embedded('nano').generate({ messages: [] })).outputs[0]?.text).not.toBe('')
    expect((await embedded('nano').generate(document)).outputs[0]?.text).toBe('Hi.')
  })

  it('refuses what it cannot see', async () => {
    const image: LMRequest = {
      messages: [{ role: 'user', content: [{ type: 'image', url: 'data:,' }] }],
    }
    await expect(embedded('nano').generate(image)).rejects.toThrow(UnsupportedFeatureError)
  })

  it('refuses a tier or an option it cannot use', () => {
    // @ts-expect-error no such tier
    expect(() => embedded('huge')).toThrow(OptionError)
    expect(() => embedded('nano', { seed: 0.5 })).toThrow(OptionError)
    expect(() => embedded('nano', { latencyMs: -1 })).toThrow(OptionError)
  })
})
