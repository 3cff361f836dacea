import { AbortError, type LMRequest } from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { marks, stamps } from '../lexicon/vocabulary.ts'
import { tiers } from '../world/tiers.ts'
import { SimulatedLM } from './simulated-lm.ts'
import type { Tier } from './tier.ts'

const table = { name: 'stamp', task: 'List the stamps.', from: marks, to: stamps }
const sure: Tier = { ...tiers.large, obey: 1, slip: 0, formatFailure: 0, dilution: 0, eta: 100 }

function learner(changes: Partial<Tier> = {}): SimulatedLM {
  return new SimulatedLM({ tier: { ...sure, ...changes }, tables: [table], seed: 1 })
}

function request(
  instructions: string,
  parcel: string,
  demos: readonly [string, string][] = [],
): LMRequest {
  const system = `Your output fields are:\n1. \`answer\` (str): \nAll interactions will be structured\nyour objective is: \n        ${instructions}`
  const shown = demos.flatMap(
    ([asked, answered]) =>
      [
        { role: 'user', content: `[[ ## note ## ]]\n${asked}` },
        { role: 'assistant', content: `[[ ## answer ## ]]\n${answered}` },
      ] as const,
  )
  return {
    messages: [
      { role: 'system', content: system },
      ...shown,
      { role: 'user', content: `[[ ## note ## ]]\n${parcel}` },
    ],
  }
}

async function ask(lm: SimulatedLM, asked: LMRequest): Promise<string> {
  return (await lm.generate(asked)).outputs[0]?.text ?? ''
}

/** The part of 200 parcels with a mark that get this stamp. */
async function rate(lm: SimulatedLM, instructions: string, stamp: string): Promise<number> {
  let right = 0
  for (let id = 0; id < 200; id += 1) {
    const text = await ask(lm, request(instructions, `Parcel ${id}: red cord, wet lid`))
    if (text.includes(`Parcel ${id}: ${stamp}\n`)) right += 1
  }
  return right / 200
}

describe('a simulated model', () => {
  test('follows a rule that it is told, and guesses without one', async () => {
    expect(await rate(learner(), 'For red cord, write K3.', 'K3')).toBe(1)
    expect(await rate(learner(), 'Think hard.', 'K3')).toBeLessThan(0.15)
  })

  test('follows either of two rules that contradict each other', async () => {
    const both = 'For red cord, write K3. For red cord, write M5.'
    expect(await rate(learner(), both, 'K3')).toBeCloseTo(0.5, 0)
    expect(await rate(learner(), both, 'M5')).toBeGreaterThan(0.3)
  })

  test('writes more than is right when a rule speaks of a mark without meaning', async () => {
    const distracted = 'For red cord, write K3. For wet lid, write R7.'
    expect(await rate(learner(), distracted, 'K3')).toBe(0)
  })

  test('keeps a narrow rule to where it holds', async () => {
    expect(await rate(learner(), 'For red cord beside wet lid, write K3.', 'K3')).toBe(1)
    expect(await rate(learner(), 'For red cord beside torn lid, write K3.', 'K3')).toBeLessThan(
      0.15,
    )
    expect(await rate(learner(), 'For parcel 7, write K3.', 'K3')).toBeLessThan(0.15)
  })

  test('learns from demonstrations what they show together', async () => {
    const demos: [string, string][] = [
      ['Parcel 901: red cord, torn seal', 'Parcel 901: K3'],
      ['Parcel 902: blue lid, red cord', 'Parcel 902: K3'],
    ]
    const asked = request('Go on.', 'Parcel 1: red cord, wet lid', demos)
    expect(await ask(learner(), asked)).toContain('Parcel 1: K3')
  })

  test('holds no more rules than its capacity', async () => {
    const rules = marks.slice(0, 10).map((mark) => `For ${mark}, write T9.`)
    const text = ['For red cord, write K3.', ...rules.filter((rule) => !rule.includes('red'))].join(
      ' ',
    )
    expect(await rate(learner({ capacity: 2 }), text, 'K3')).toBeLessThan(0.5)
    expect(await rate(learner(), text.replace(/For wet lid, write T9\. /, ''), 'K3')).toBe(1)
  })

  test('loses attention in a long prompt', async () => {
    const long = `For red cord, write K3. ${'Be careful. '.repeat(2000)}`
    const lm = learner({ dilution: 0.3, contextTokens: 1000 })
    expect(await rate(lm, long, 'K3')).toBeLessThan(0.8)
    expect(await rate(lm, 'For red cord, write K3.', 'K3')).toBeGreaterThan(0.9)
  })

  test('slips, and leaves the format, as often as its tier says', async () => {
    const rule = 'For red cord, write K3.'
    expect(await rate(learner({ slip: 0.3 }), rule, 'K3')).toBeCloseTo(0.7, 1)
    expect(await rate(learner({ formatFailure: 0.3 }), rule, 'K3')).toBeCloseTo(0.7, 1)
  })

  test('answers the question again when it is told that its reply was in no format', async () => {
    const asked = request('For red cord, write K3.', 'Parcel 1: red cord')
    const again = [
      ...asked.messages,
      { role: 'assistant', content: 'Sure!' } as const,
      { role: 'user', content: 'That reply cannot be used.' } as const,
    ]
    expect(await ask(learner(), { messages: again })).toContain('Parcel 1: K3')
  })

  test('answers an equal request equally, whatever its rollout id is at temperature 0', async () => {
    const asked = request('Guess.', 'Parcel 1: red cord')
    const first = await ask(learner(), asked)
    expect(await ask(learner(), { ...asked, config: { rolloutId: 5 } })).toBe(first)
  })

  test('draws again under another rollout id, and for each completion, at temperature 1', async () => {
    const asked = request('Guess.', 'Parcel 1: red cord')
    const ids = Array.from({ length: 20 }, (_, rolloutId) => rolloutId)
    const texts = await Promise.all(
      ids.map((rolloutId) => ask(learner(), { ...asked, config: { temperature: 1, rolloutId } })),
    )
    const several = await learner().generate({ ...asked, config: { temperature: 1, n: 20 } })
    expect(new Set(texts).size).toBeGreaterThan(5)
    expect(new Set(several.outputs.map(({ text }) => text)).size).toBeGreaterThan(5)
  })

  test('draws the same for a parcel under another prompt, so that only what is known differs', async () => {
    const lm = learner({ obey: 0.5 })
    const alone = await Promise.all(
      marks.map((_, id) => ask(lm, request('For red cord, write K3.', `Parcel ${id}: red cord`))),
    )
    const more = await Promise.all(
      marks.map((_, id) =>
        ask(
          lm,
          request('For red cord, write K3. For wet lid, write M5.', `Parcel ${id}: red cord`),
        ),
      ),
    )
    expect(more).toEqual(alone)
  })

  test('streams the same text in pieces, and tells tokens and price', async () => {
    const asked = request('For red cord, write K3.', 'Parcel 1: red cord')
    const pieces: string[] = []
    for await (const event of learner().stream(asked)) {
      if (event.type === 'text-delta') pieces.push(event.text)
    }
    const { outputs, usage, costUSD } = await learner().generate(asked)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe(outputs[0]?.text)
    expect(costUSD).toBeCloseTo((usage.inputTokens * 2.5 + usage.outputTokens * 10) / 1e6, 12)
    expect(costUSD).toBeLessThan(learner().maxCostUSD(asked))
  })

  test('takes its time when it is told to, and stops on an abort', async () => {
    const asked = request('Guess.', 'Parcel 1: red cord')
    const started = performance.now()
    await learner({ latencyMs: 30 }).generate(asked)
    expect(performance.now() - started).toBeGreaterThan(25)
    const aborted = learner().generate({ ...asked, signal: AbortSignal.abort() })
    await expect(aborted).rejects.toThrow(AbortError)
  })
})
