import { OptionError } from '@ockham/core'
import { expectedMaximum } from './expected-maximum.ts'

/** Scores in [0, 1] of a candidate on the validation set; undefined where it was not evaluated. */
type Scores = readonly (number | undefined)[]

/** What is known when a candidate has been chosen. */
export interface WinnersCurseOptions {
  /** Of every candidate that was validated, the lost ones too; the first is the program the run began with. */
  validation: readonly Scores[]
  /** The row of the chosen candidate, which is evaluated on every example. */
  chosen: number
  /** Its scores on examples that took no part in the choice. */
  test: readonly number[]
}

/**
 * What the test says of a gain in validation. `chance`: as large a gain is expected of candidates that are all as
 * good as the first. `shrunk`: the gain is larger, but the test score falls short of the validation score by more
 * than their sampling explains. `holds`: neither. `unchanged`: the first program was chosen, nothing was gained.
 */
export type WinnersCurseVerdict = 'holds' | 'shrunk' | 'chance' | 'unchanged'

/** A finding on the choice of a candidate; scores are means in [0, 1]. */
export interface WinnersCurse {
  readonly verdict: WinnersCurseVerdict
  readonly validationScore: number
  readonly testScore: number
  /** The chosen candidate's validation score less that of the first, on the examples that both were run on. */
  readonly gain: number
  /** The gain to expect of the best of as many candidates when none of them is better than the first. */
  readonly chanceGain: number
  /** The finding in words, with what to do. */
  readonly message: string
}

const tolerableErrors = 2
// What means may be off by.
const rounding = 1e-9

/**
 * Whether a choice by validation scores is likely a winner's curse: the best of many noisy means looks better than
 * it is. The gain of chance is s/√2 · m, where s² is the mean variance of the paired differences from the first
 * candidate over the number of examples, and m the expected maximum of as many standard normals as there are
 * candidates: a candidate's own noise is half of that of a difference. Noise that candidates share makes it smaller,
 * so this errs on the side of a warning. Throws `OptionError` when there is nothing to compare.
 */
export function winnersCurse(options: WinnersCurseOptions): WinnersCurse {
  const { validation, chosen, test } = options
  const winner = evaluated(validation[chosen])
  if (winner.length === 0) throw new OptionError('chosen', 'must be a candidate with scores.')
  if (test.length === 0) throw new OptionError('test', 'must hold at least one score.')
  const validationScore = mean(winner)
  // The first may have lost early; the two are compared on what both were run on.
  const gain = mean(pairedDifferences(validation[chosen] ?? [], validation[0] ?? []))
  const found = {
    validationScore,
    testScore: mean(test),
    gain,
    chanceGain: gainOfChance(validation),
  }
  const verdict = chosen === 0 ? 'unchanged' : judge(found, samplingError(winner, test))
  return { ...found, verdict, message: describe(verdict, found) }
}

type Found = Omit<WinnersCurse, 'verdict' | 'message'>

function judge(found: Found, error: number): WinnersCurseVerdict {
  if (found.gain <= found.chanceGain) return 'chance'
  const drop = found.validationScore - found.testScore
  return drop > tolerableErrors * error + rounding ? 'shrunk' : 'holds'
}

function gainOfChance(validation: readonly Scores[]): number {
  const [first = [], ...others] = validation
  const differences = others
    .map((scores) => pairedDifferences(scores, first))
    .filter(({ length }) => length > 1)
  if (differences.length === 0) return 0
  const squaredError = mean(differences.map(variance)) / evaluated(first).length
  return Math.sqrt(squaredError / 2) * expectedMaximum(validation.length)
}

function pairedDifferences(scores: Scores, first: Scores): number[] {
  return scores.flatMap((score, example) => {
    const other = first[example]
    return score === undefined || other === undefined ? [] : [score - other]
  })
}

// The return type asks for every verdict, so that no default is needed.
function describe(verdict: WinnersCurseVerdict, found: Found): string {
  const { validationScore, testScore, gain, chanceGain } = found
  const scores = `validation ${points(validationScore)}, test ${points(testScore)}`
  switch (verdict) {
    case 'unchanged':
      return `No candidate was better than the program the run began with (${scores}).`
    case 'chance':
      return (
        `The gain of ${points(gain)} in validation is no more than the ${points(chanceGain)} that the best of as ` +
        `many equal candidates would show by chance (${scores}). Validate on more examples, or keep the first program.`
      )
    case 'shrunk':
      return (
        `The test score falls short of the validation score by more than chance explains (${scores}). Report the ` +
        'test score, and validate on more examples, or on ones more like those of the test.'
      )
    case 'holds':
      return `The gain of ${points(gain)} in validation is more than chance gives (${scores}).`
  }
}

/** A score in points of a hundred. */
function points(score: number): string {
  return (100 * score).toFixed(1)
}

function evaluated(scores: Scores | undefined): number[] {
  return scores?.filter((score) => score !== undefined) ?? []
}

/** The standard error of the difference of two means of different examples. */
function samplingError(one: readonly number[], other: readonly number[]): number {
  return Math.sqrt(variance(one) / one.length + variance(other) / other.length)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function variance(values: readonly number[]): number {
  if (values.length < 2) return 0
  const center = mean(values)
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1)
}
