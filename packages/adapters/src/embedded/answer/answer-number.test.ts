import { describe, expect, it } from 'vitest'
import { chance } from '../learning/chance.ts'
import { textFeatures } from '../learning/text-features.ts'
import { tierAbility } from '../tier-ability.ts'
import { answerNumber } from './answer-number.ts'
import type { FieldQuestion, Precedent, Problem } from './problem.ts'

const ability = tierAbility.large

function problem(text: string): Problem {
  return {
    instructions: '',
    inputs: new Map([['text', text]]),
    text,
    features: textFeatures(text, ability),
    ability,
    chance: chance(text),
    sampling: chance(text),
    temperature: 0,
    judges: new Map(),
    findings: [],
  }
}

function question(name: string, precedents: [text: string, value: number][] = []): FieldQuestion {
  const taught = precedents.map(
    ([text, value]): Precedent => ({
      text,
      inputs: new Map(),
      features: textFeatures(text, ability),
      value,
    }),
  )
  return { path: name, name, description: '', shape: { kind: 'text' }, precedents: taught }
}

const whole = { integer: true }

describe('answerNumber', () => {
  it('copies the number that stands by the name of the field', () => {
    const text = 'Room 12, 340 guests, year 1987'
    expect(answerNumber(question('guests'), whole, problem(text))).toBe(340)
  })

  it('calculates what the text asks to', () => {
    expect(answerNumber(question('answer'), whole, problem('What is 12 times 4?'))).toBe(48)
  })

  it('takes after the demonstrations whose texts are alike', () => {
    const taught = question('stars', [
      ['a lovely warm room', 5],
      ['dirty cold room', 1],
    ])
    expect(answerNumber(taught, whole, problem('lovely and warm'))).toBe(5)
    expect(answerNumber(taught, whole, problem('dirty and cold'))).toBe(1)
  })

  it('stays within its bounds and follows the mood when it knows nothing else', () => {
    const stars = { integer: true, minimum: 1, maximum: 5 }
    expect(answerNumber(question('stars'), stars, problem('excellent, perfect'))).toBe(5)
    expect(answerNumber(question('stars'), stars, problem('terrible, awful'))).toBe(1)
    expect(answerNumber(question('stars'), stars, problem('room 900'))).toBe(5)
  })

  it('gives as confidence the probability of what was found before it', () => {
    const found = problem('text')
    const finding = { field: 'label', value: 'a', confidence: 0.7, words: [], nearest: undefined }
    found.findings.push(finding)
    expect(answerNumber(question('confidence'), { integer: false }, found)).toBe(0.7)
  })
})
