import { ChainOfThought, JSONAdapter, type LMRequest, Predict, signature } from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { marks, stamps } from '../lexicon/vocabulary.ts'
import { makeWorld } from '../world/make-world.ts'
import { proposer } from '../world/tiers.ts'
import { world2 } from '../world-2.ts'
import { ProposerLM } from './proposer-lm.ts'

const table = { name: 'stamp', task: 'List the stamps.', from: marks, to: stamps }
const other = { ...table, name: 'other', task: 'List the others.' }
const rule = 'For red cord, write K3.'

function writer(changes: Partial<typeof proposer> = {}): ProposerLM {
  return new ProposerLM({
    tier: { ...proposer, quality: 1, ...changes },
    tables: [other, table],
    seed: 1,
  })
}

async function ask(lm: ProposerLM, content: string, rolloutId = 0): Promise<string> {
  const request: LMRequest = {
    messages: [{ role: 'user', content }],
    config: { temperature: 1, rolloutId },
  }
  return (await lm.generate(request)).outputs[0]?.text ?? ''
}

const solved = [
  'Parcel 1: red cord, wet lid -> Parcel 1: K3',
  'Parcel 2: torn seal, red cord -> Parcel 2: K3',
]
const reason =
  'Parcel 1: red cord, wet lid. Right for parcel 1: K3. In parcel 1, red cord calls for K3.'

describe('a simulated writer of instructions', () => {
  test('concludes a rule from two parcels that show it, and not from one', async () => {
    expect(await ask(writer(), `List the stamps. ${solved.join('\n')}`)).toContain(rule)
    for (let id = 0; id < 20; id += 1) {
      expect(await ask(writer(), `List the stamps. ${solved[0]}`, id)).not.toContain(rule)
    }
  })

  test('counts a parcel once, however often it is shown', async () => {
    const text = `List the stamps. ${solved[0]}\n${solved[0]}\n${solved[0]}`
    expect(await ask(writer(), text)).not.toContain(rule)
  })

  test('takes the word of feedback for one parcel', async () => {
    expect(await ask(writer(), `List the stamps. ${reason}`)).toContain(rule)
  })

  test('does not take an answer that scored low for a label', async () => {
    const failed = solved.map((line) => `${line} (score: 0.0)`).join('\n')
    for (let id = 0; id < 20; id += 1) {
      expect(await ask(writer(), `List the stamps. ${failed}`, id)).not.toContain(rule)
    }
  })

  test('learns from one parcel when a worse answer stands beside the right one', async () => {
    const runs =
      'Parcel 1: red cord\nParcel 1: K3\nreward: 1\nParcel 1: red cord\nParcel 1: M5\nreward: 0'
    expect(await ask(writer(), `List the stamps.\n${runs}`)).toContain(rule)
  })

  test('writes something without ground when there is no evidence', async () => {
    const texts = await Promise.all(
      Array.from({ length: 30 }, (_, id) => ask(writer(), 'List the stamps.', id)),
    )
    expect(new Set(texts).size).toBeGreaterThan(20)
    expect(texts.every((text) => /For [a-z ]+, write [A-Z]\d\./.test(text))).toBe(true)
  })

  test('draws wrong conclusions as often as its quality says', async () => {
    const lm = writer({ quality: 0.6 })
    const texts = await Promise.all(
      Array.from({ length: 300 }, (_, id) => ask(lm, `List the stamps. ${reason}`, id)),
    )
    const right = texts.filter((text) => text.includes(rule)).length / texts.length
    expect(Math.abs(right - 0.6)).toBeLessThan(0.1)
  })

  test('keeps the rules it is shown, but for those that a parcel refutes', async () => {
    const shown = 'List the stamps.\n- For wet lid, write M5.\n- For blue seal, write R7.'
    const text = await ask(writer(), `${shown}\n\n${reason}`)
    expect(text).toContain('For blue seal, write R7.')
    expect(text).not.toContain('For wet lid')
  })

  test('goes by the marks of what it reads, not by the words around it', async () => {
    const plain = await ask(writer(), `List the stamps.\n${reason}`)
    const wordy = await ask(
      writer(),
      `You improve prompts.\n# Current instruction\nList the stamps.\n# Example 1\n## Inputs\n### note\n${reason}\nWrite better ones.`,
    )
    expect(wordy).toBe(plain)
  })

  test('writes for the part that the prompt tells most often, else last, and not for the others', async () => {
    const text = await ask(
      writer(),
      `The program: List the stamps. Its part: List the others. ${reason}`,
    )
    expect(text).toContain('List the others.')
    expect(text).not.toContain('List the stamps.')
    const twice = await ask(
      writer(),
      'Its part: List the stamps. All: List the stamps. List the others.',
    )
    expect(twice).toContain('List the stamps.')
  })
})

describe('the form of a proposal', () => {
  const inputs = { instruction: 'List the stamps.', examples: solved.join('\n') }

  test('is a fenced block where the prompt has one', async () => {
    const text = await ask(writer(), `\`\`\`\nList the stamps.\n\`\`\`\n${reason}`)
    expect(text).toBe(`\`\`\`\nList the stamps.\n- ${rule}\n\`\`\``)
  })

  test.each([undefined, new JSONAdapter()])(
    'is the fields of the signature, under either adapter',
    async (adapter) => {
      const propose = new ChainOfThought('instruction, examples -> proposed_instruction')
      const { proposed_instruction, reasoning } = await propose(inputs, {
        lm: writer(),
        ...(adapter ? { adapter } : {}),
      })
      expect(proposed_instruction).toBe(`List the stamps.\n- ${rule}`)
      expect(reasoning).not.toContain(rule)
    },
  )

  test('is the rules alone where rules are asked for, also without instructions in the prompt', async () => {
    const induce = new Predict('examples, count: int -> rules')
    const { rules } = await induce({ examples: inputs.examples, count: 3 }, { lm: writer() })
    expect(rules).toBe(rule)
  })

  test('is a list as long as the evidence where rules are asked for', async () => {
    const shown = marks
      .slice(0, 5)
      .map((mark, index) => `Parcel ${index}: ${mark}\nParcel ${index}: ${stamps[index]}`)
    const again = shown.map((pair) => pair.replaceAll('Parcel ', 'Parcel 9'))
    const examples = [...shown, ...again].join('\n')
    const { rules } = await new Predict('examples -> rules')({ examples }, { lm: writer() })
    expect(rules.split('\n')).toHaveLength(5)
    const { text } = await new Predict('examples -> text')({ examples }, { lm: writer() })
    expect(text.split('\n')).toHaveLength(3)
  })

  test('is advice by the name of the predictor where the prompt names it', async () => {
    const advise = new Predict(signature('instruction, examples -> module_advice: dict[str, str]'))
    const lm = writer()
    const named = { ...inputs, instruction: 'stamp.predict: List the stamps.' }
    expect((await advise(named, { lm })).module_advice).toEqual({ 'stamp.predict': rule })
    expect((await advise(inputs, { lm })).module_advice).toEqual({ self: rule })
  })
})

test('advice goes to every part for which the prompt holds something', async () => {
  const { tables } = makeWorld(world2, 1)
  const [extract, decide] = tables
  if (extract === undefined || decide === undefined) throw new Error('The world has no parts.')
  const [mark = '', stamp = '', desk = ''] = [extract.from[0], extract.to[0], decide.to[0]]
  const run = `Parcel 1: ${mark}\nParcel 1: ${stamp}\nParcel 1: ${desk}`
  const runs = `${run}\nreward: 1\n${run.replace(stamp, 'M9').replace(desk, 'tower')}\nreward: 0`
  const advise = new Predict(signature('program, runs -> module_advice: dict[str, str]'))
  const program = tables.map(({ name, task }) => `${name}: ${task}`).join('\n')
  const lm = new ProposerLM({ tier: { ...proposer, quality: 1 }, tables, seed: 1 })
  const { module_advice } = await advise({ program, runs }, { lm })
  expect(module_advice).toMatchObject({
    extract: `For ${mark}, write ${stamp}.`,
    decide: `For ${stamp}, write ${desk}.`,
  })
})
