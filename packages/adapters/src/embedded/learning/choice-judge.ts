import { splitWords } from '../language/split-words.ts'
import { stopWords } from '../language/stop-words.ts'
import type { Ability } from './ability.ts'
import { type ChoiceModel, choiceScores, type Lesson } from './choice-model.ts'
import { labelGlosses } from './label-glosses.ts'
import { priorKnowledge } from './prior-knowledge.ts'
import { type PriorScores, priorScores } from './prior-scores.ts'
import { type TextFeatures, wordFeature } from './text-features.ts'
import { trainChoice } from './train-choice.ts'

/** Judges texts into the labels it was made for. */
export interface ChoiceJudge {
  /** Log-odds by label. */
  judge(text: string, features: TextFeatures): number[]
  /** The words of a text that spoke most for a label, the strongest first. */
  evidence(text: string, label: number): string[]
  lessons: readonly Lesson[]
}

/** What a judge is made from; `lessons` pair a text with the place of its right label. */
export interface ChoiceQuestion {
  labels: readonly string[]
  /** What the prompt says of the labels: description and instructions. */
  prose: string
  lessons: readonly Lesson[]
}

const restLabel = /^(other|others|general|misc|miscellaneous|none|unknown|else|neutral|unclear)$/i
const restBonus = 0.4
const yesThreshold = 1
// Labels are taken to be about as frequent as each other; how often a statement holds is anyone's guess.
const labelLeeway = 0.03
const statementLeeway = 0.25

/** Makes a judge that tells labels apart by their names, their glosses and the lessons. */
export function choiceJudge(question: ChoiceQuestion, ability: Ability): ChoiceJudge {
  const { labels, prose } = question
  const base = labels.map((label) => (restLabel.test(label) ? restBonus : 0))
  return judgeOf(question, labelGlosses(labels, prose), base, false, ability)
}

/** Makes a judge of whether a statement, such as a boolean field's name, holds; label 1 is yes. */
export function statementJudge(
  statement: string,
  question: Omit<ChoiceQuestion, 'labels'>,
  ability: Ability,
): ChoiceJudge {
  const name = statement.replace(/^(is|has|are|was|needs?|contains?)_/i, '')
  const [gloss = ''] = labelGlosses([statement], question.prose)
  const labels = ['', name]
  return judgeOf({ ...question, labels }, ['', gloss], [yesThreshold, 0], true, ability)
}

function judgeOf(
  { labels, lessons }: ChoiceQuestion,
  glosses: readonly string[],
  base: readonly number[],
  negates: boolean,
  ability: Ability,
): ChoiceJudge {
  const knowledge = priorKnowledge(labels, glosses, ability)
  const priorOf = (text: string): PriorScores => priorScores(text, knowledge, base, negates)
  const priors = lessons.map(({ text }) => priorOf(text).scores)
  const model = trainChoice(lessons, labels.length, priors, negates ? statementLeeway : labelLeeway)
  return {
    lessons,
    judge: (text, features) => {
      const taught = choiceScores(model, features)
      return priorOf(text).scores.map((score, label) => score + (taught[label] ?? 0))
    },
    evidence: (text, label) => strongest(text, label, priorOf(text).words, model),
  }
}

function strongest(
  text: string,
  label: number,
  prior: ReadonlyMap<string, readonly number[]>,
  model: ChoiceModel,
): string[] {
  const strengths = new Map<string, number>()
  for (const word of splitWords(text)) {
    if (stopWords.has(word)) continue
    const row = model.means.get(wordFeature(word)) ?? []
    const mean = row.reduce((sum, one) => sum + one, 0) / Math.max(1, row.length)
    strengths.set(word, model.trust * ((row[label] ?? 0) - mean) + (prior.get(word)?.[label] ?? 0))
  }
  return [...strengths]
    .filter(([, strength]) => strength > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([word]) => word)
}
