import { describe, expect, it } from 'vitest'
import {
  type CouncilRequest,
  councilRequests,
  departments,
} from './__fixtures__/council-requests.ts'
import { type PromptSpec, renderChat } from './__fixtures__/render-prompt.ts'
import { embedded } from './embedded.ts'
import type { EmbeddedTier } from './embedded-tier.ts'
import { hashText } from './learning/hash-text.ts'

const rounds = [0, 1, 2, 3, 4, 5, 6, 7]
const spec: PromptSpec = {
  inputs: ['request'],
  outputs: [
    {
      name: 'department',
      type: `Literal[${departments.map((name) => `'${name}'`).join(', ')}]`,
      note: `must exactly match (no extra characters) one of: ${departments.join('; ')}`,
    },
    { name: 'dangerous', type: 'bool', note: 'must be True or False' },
  ],
}

function shuffled<T>(items: readonly T[], round: number): T[] {
  const keyed = items.map((item, at) => ({ item, key: hashText(`${round} ${at}`) }))
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item)
}

// Each round draws other demonstrations, and asks about all the rest, of another model of the tier.
async function accuracy(
  tier: EmbeddedTier,
  count: number,
  spoil: (demos: CouncilRequest[], round: number) => CouncilRequest[] = (demos) => demos,
  task: PromptSpec = spec,
): Promise<{ department: number; dangerous: number }> {
  let department = 0
  let dangerous = 0
  let asked = 0
  for (const round of rounds) {
    const lm = embedded(tier, { seed: round, formatSlips: false })
    const mixed = shuffled(councilRequests, round)
    const demos = spoil(mixed.slice(0, count), round).map((one) => ({ ...one }))
    for (const gold of mixed.slice(32)) {
      const messages = renderChat({ ...task, demos }, { request: gold.request })
      const { outputs } = await lm.generate({ messages })
      const [, label, flag] = /\]\]\n(.*)\n\n.*\]\]\n(.*)\n/.exec(outputs[0]?.text ?? '') ?? []
      department += Number(label === gold.department)
      dangerous += Number(flag === gold.dangerous)
      asked += 1
    }
  }
  return { department: department / asked, dangerous: dangerous / asked }
}

function shuffleLabels(demos: CouncilRequest[], round: number): CouncilRequest[] {
  const labels = shuffled(demos, round + 100)
  return demos.map(({ request }, at) => ({ ...(labels[at] ?? demos[0] ?? fail()), request }))
}

function fail(): never {
  throw new Error('There must be demonstrations.')
}

const tiers = ['nano', 'small', 'large'] as const
const gains = { nano: 0.02, small: 0.04, large: 0.1 }

describe('what the embedded model learns from a prompt', () => {
  it.each(tiers)('%s does better with right demonstrations than with none', async (tier) => {
    const without = await accuracy(tier, 0)
    const few = await accuracy(tier, 16)
    expect(without.department).toBeGreaterThan(0.3)
    expect(few.department).toBeGreaterThan(without.department + gains[tier])
    expect(few.dangerous).toBeGreaterThan(0.7)
  })

  it.each(tiers)('%s gains nothing from demonstrations with shuffled labels', async (tier) => {
    const without = await accuracy(tier, 0)
    const spoiled = await accuracy(tier, 16, shuffleLabels)
    expect(spoiled.department).toBeLessThan(without.department + 0.02)
  })

  it('learns more from sixteen demonstrations than from four', async () => {
    const four = await accuracy('large', 4)
    const sixteen = await accuracy('large', 16)
    expect(sixteen.department).toBeGreaterThan(four.department + 0.03)
  })

  it('gives a larger tier a higher accuracy on the same prompts', async () => {
    const nano = await accuracy('nano', 16)
    const small = await accuracy('small', 16)
    const large = await accuracy('large', 16)
    expect(small.department).toBeGreaterThan(nano.department + 0.04)
    expect(large.department).toBeGreaterThan(small.department + 0.1)
  })

  it('does better when the instructions say what each label is for', async () => {
    const instructions = [
      'Find the department.',
      'roads: street, pavement, crossing, junction, cars, traffic, parking, sign',
      'waste: bin, rubbish, recycling, dumped, litter, collect, bags, skip',
      'noise: loud, music, bark, drilling, sleep, hear, alarm, party',
      'parks: grass, tree, playground, bench, pond, lawn, garden, path',
    ].join('\n')
    const plain = await accuracy('small', 0)
    const explained = await accuracy('small', 0, (demos) => demos, { ...spec, instructions })
    expect(explained.department).toBeGreaterThan(plain.department + 0.05)
  })
})
