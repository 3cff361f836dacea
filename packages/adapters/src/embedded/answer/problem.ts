import type { JSONValue } from '@ockham/core'
import type { Ability } from '../learning/ability.ts'
import type { Chance } from '../learning/chance.ts'
import type { ChoiceJudge } from '../learning/choice-judge.ts'
import type { TextFeatures } from '../learning/text-features.ts'
import type { AnswerShape } from '../shape/answer-shape.ts'

/** What was found for a field, for the reasoning to name. */
export interface Finding {
  field: string
  value: string
  confidence: number
  words: readonly string[]
  nearest: string | undefined
}

/** The inputs to answer and all that bears on the answer. */
export interface Problem {
  instructions: string
  inputs: ReadonlyMap<string, string>
  text: string
  features: TextFeatures
  ability: Ability
  /** Depends on the inputs only, so a text that is hard for a tier is hard under every prompt. */
  chance: Chance
  /** Depends on the draw as well; `temperature` 0 leaves it unused. */
  sampling: Chance
  temperature: number
  /** Judges made for this prompt's demonstrations, by field path. */
  judges: Map<string, ChoiceJudge>
  findings: Finding[]
}

/** A demonstration's answer to the field in question. */
export interface Precedent {
  text: string
  inputs: ReadonlyMap<string, string>
  features: TextFeatures
  value: JSONValue
}

/** One field, or a part of one, to be answered. */
export interface FieldQuestion {
  path: string
  name: string
  description: string
  shape: AnswerShape
  precedents: readonly Precedent[]
}

/** Answers a question with a value of its shape. */
export type Answerer = (question: FieldQuestion, problem: Problem) => JSONValue
