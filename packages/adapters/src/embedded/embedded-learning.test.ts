import { describe, expect, it } from 'vitest'
import { type ClinicMessage, clinicMessages, departments } from './__fixtures__/clinic-messages.ts'
import { type PromptSpec, renderChat } from './__fixtures__/render-prompt.ts'
import { embedded } from './embedded.ts'
import type { EmbeddedTier } from './embedded-tier.ts'
import { hashText } from './learning/hash-text.ts'

const fewRounds = 8
// A gain of nothing takes more draws to see than a gain.
const manyRounds = 24
const mostDemos = 48

interface Task {
  labels: readonly string[]
  /** The label of a message, as the task names it. */
  labelOf(message: ClinicMessage): string
  instructions?: string
}

const named: Task = { labels: departments, labelOf: ({ department }) => department }
const codes = departments.map((_, at) => `code_${at}`)
const coded: Task = {
  labels: codes,
  labelOf: ({ department }) => codes[departments.indexOf(department)] ?? '',
}
const yesOrNo: Task = {
  labels: ['True', 'False'],
  labelOf: ({ department }) => (department === 'dental' ? 'True' : 'False'),
}

function specOf({ labels, instructions }: Task): PromptSpec {
  const boolean = labels.length === 2
  const field = {
    name: 'answer',
    type: boolean ? 'bool' : `Literal[${labels.map((name) => `'${name}'`).join(', ')}]`,
    note: boolean
      ? 'must be True or False'
      : `must exactly match (no extra characters) one of: ${labels.join('; ')}`,
  }
  const outputs = [{ ...field, name: boolean ? 'tagged' : 'department' }]
  return { inputs: ['message'], outputs, ...(instructions === undefined ? {} : { instructions }) }
}

function mixed<T>(items: readonly T[], round: number): T[] {
  const keyed = items.map((item, at) => ({ item, key: hashText(`${round} ${at}`) }))
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item)
}

// Each round draws other demonstrations, and asks about all the rest, of another model of the tier.
async function accuracy(
  tier: EmbeddedTier,
  count: number,
  task: Task = named,
  spoilt = false,
  rounds = fewRounds,
): Promise<number> {
  const spec = specOf(task)
  const name = spec.outputs[0]?.name ?? ''
  let right = 0
  let asked = 0
  for (let round = 0; round < rounds; round += 1) {
    const lm = embedded(tier, { seed: round, formatSlips: false })
    const messages = mixed(clinicMessages, round)
    const shown = messages.slice(0, count)
    const labels = spoilt ? mixed(shown, round + 100) : shown
    const demos = shown.map(({ message }, at) => ({
      message,
      [name]: task.labelOf(labels[at] ?? { message, department: '', emergency: '' }),
    }))
    for (const gold of messages.slice(mostDemos)) {
      const prompt = renderChat({ ...spec, demos }, { message: gold.message })
      const { outputs } = await lm.generate({ messages: prompt })
      right += Number(/\]\]\n(.*)\n/.exec(outputs[0]?.text ?? '')?.[1] === task.labelOf(gold))
      asked += 1
    }
  }
  return right / asked
}

const tiers = ['nano', 'small', 'large'] as const
const gains = { nano: 0.06, small: 0.08, large: 0.14 }

describe('what the embedded model learns from a prompt', () => {
  it.each(tiers)('%s does better with right demonstrations than with none', async (tier) => {
    const without = await accuracy(tier, 0)
    expect(await accuracy(tier, 16)).toBeGreaterThan(without + gains[tier])
    expect(await accuracy(tier, 48)).toBeGreaterThan(without + gains[tier])
  })

  it.each(tiers)('%s gains nothing from demonstrations with shuffled labels', async (tier) => {
    const without = await accuracy(tier, 0, named, false, manyRounds)
    const spoilt = await accuracy(tier, 16, named, true, manyRounds)
    expect(spoilt).toBeLessThan(without + 0.02)
  })

  it('learns more the more demonstrations it sees', async () => {
    const four = await accuracy('large', 4)
    const sixteen = await accuracy('large', 16)
    expect(sixteen).toBeGreaterThan(four + 0.08)
    expect(await accuracy('large', 48)).toBeGreaterThan(sixteen + 0.05)
  })

  it('learns labels whose names say nothing', async () => {
    expect(await accuracy('large', 0, coded)).toBeLessThan(0.3)
    expect(await accuracy('large', 48, coded)).toBeGreaterThan(0.48)
  })

  it('learns a yes-or-no question whose name says nothing', async () => {
    const always = clinicMessages.filter(({ department }) => department !== 'dental').length
    const learnt = await accuracy('large', 48, yesOrNo)
    expect(learnt).toBeGreaterThan(always / clinicMessages.length + 0.02)
  })

  it.each([16, 48])(
    'gives a larger tier a higher accuracy with %i demonstrations',
    async (count) => {
      const nano = await accuracy('nano', count)
      const small = await accuracy('small', count)
      expect(small).toBeGreaterThan(nano + 0.05)
      expect(await accuracy('large', count)).toBeGreaterThan(small + 0.05)
    },
  )

  it('does better when the instructions say what each label is for', async () => {
    const instructions = [
      'Find the department.',
      'cardiology: heart, pulse, pressure, pacemaker, chest',
      'dental: tooth, teeth, gums, filling, crown, braces',
      'dermatology: skin, rash, itch, mole, cream, spots',
      'physiotherapy: exercises, back, knee, shoulder, stiff, muscle',
      'pediatrics: baby, child, son, daughter, old, toddler',
    ].join('\n')
    const explained = await accuracy('small', 0, { ...named, instructions })
    expect(explained).toBeGreaterThan((await accuracy('small', 0)) + 0.1)
  })
})
