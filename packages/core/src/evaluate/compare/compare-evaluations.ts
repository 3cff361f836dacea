import { OptionError } from '../../errors/option-error.ts'
import { deepEqual } from '../../internal/deep-equal.ts'
import { toJSONValue } from '../export/to-json-value.ts'
import type { Interval } from '../score-interval.ts'
import { pairedInterval } from './paired-interval.ts'

/** What is compared of a row; rows of `evaluationToJSON`, read back, have it too. */
export interface ComparedRow {
  readonly example: object
  readonly score: number
}

/** A row whose score is another than it was. */
export interface ChangedRow<Before extends ComparedRow, After extends ComparedRow> {
  /** Its place in the devset, from 0. */
  readonly index: number
  readonly before: Before
  readonly after: After
  /** After minus before. */
  readonly difference: number
}

/** How two evaluations of the same examples differ. */
export interface EvaluationComparison<Before extends ComparedRow, After extends ComparedRow> {
  /** Mean score after minus mean score before, in [-1, 1]. */
  readonly difference: number
  /** 95 % confidence interval of the difference; one without 0 is evidence of a change. */
  readonly interval: Interval
  /** Rows that score higher after. */
  readonly wins: number
  readonly losses: number
  readonly ties: number
  /** In the order of the devset. */
  readonly changed: readonly ChangedRow<Before, After>[]
}

/**
 * Compares two evaluations row by row: paired, so that how hard an example is cancels out. Throws
 * `OptionError` unless both have the same examples in the same order.
 */
export function compareEvaluations<Before extends ComparedRow, After extends ComparedRow>(
  before: { readonly rows: readonly Before[] },
  after: { readonly rows: readonly After[] },
): EvaluationComparison<Before, After> {
  const pairs = pairsOf(before.rows, after.rows)
  const differences = pairs.map(({ difference }) => difference)
  const total = differences.reduce((sum, difference) => sum + difference, 0)
  const changed = pairs.filter(({ difference }) => difference !== 0)
  const wins = changed.filter(({ difference }) => difference > 0).length
  return {
    difference: total / pairs.length,
    interval: pairedInterval(differences),
    wins,
    losses: changed.length - wins,
    ties: pairs.length - changed.length,
    changed,
  }
}

function pairsOf<Before extends ComparedRow, After extends ComparedRow>(
  before: readonly Before[],
  after: readonly After[],
): ChangedRow<Before, After>[] {
  if (before.length === 0)
    throw new OptionError('before', 'has no rows; evaluate on a devset first.')
  if (before.length !== after.length) {
    throw new OptionError(
      'after',
      `has ${after.length} rows where \`before\` has ${before.length}; evaluate both on the same devset.`,
    )
  }
  return before.map((row, index) => {
    const other = after[index]
    if (other === undefined || !sameExample(row.example, other.example)) {
      throw new OptionError(
        'after',
        `has another example in row ${index} than \`before\`; evaluate both on the same devset, in the same order.`,
      )
    }
    return { index, before: row, after: other, difference: other.score - row.score }
  })
}

// An evaluation that was saved has its examples as JSON.
function sameExample(left: object, right: object): boolean {
  return left === right || deepEqual(toJSONValue(left), toJSONValue(right))
}
