import { InputError } from '../errors/input-error.ts'
import { makePrediction } from '../example/make-prediction.ts'
import type { Prediction } from '../example/prediction.ts'
import { isRecord } from '../internal/is-record.ts'
import { normalizeText } from '../internal/normalize-text.ts'
import { ownValue } from '../internal/own-value.ts'

/** How votes are counted. */
export interface MajorityOptions<
  Outputs extends object,
  Name extends keyof Outputs & string = keyof Outputs & string,
> {
  /** The field that is voted on; the last by default. */
  field?: Name
  /**
   * Makes equal what counts as one answer; undefined or null is no vote. By default texts are compared
   * without case, punctuation, articles and spare white space, and other values as they are.
   */
  normalize?: (value: Outputs[Name]) => unknown
}

/**
 * The first of the completions that give the most common answer, the earliest answer of equals
 * (dspy.majority): of several predictions, or of the completions of one. Throws `InputError` without any.
 */
export function majority<
  Outputs extends object,
  Name extends keyof Outputs & string = keyof Outputs & string,
>(completions: readonly Outputs[], options?: MajorityOptions<Outputs, Name>): Outputs
export function majority<
  Outputs extends object,
  Name extends keyof Outputs & string = keyof Outputs & string,
>(prediction: Prediction<Outputs>, options?: MajorityOptions<Outputs, Name>): Prediction<Outputs>
export function majority(
  given: readonly object[] | Prediction<object>,
  options: { field?: string; normalize?(value: unknown): unknown } = {},
): object {
  if (!('$meta' in given)) return winner([...given], options)
  return makePrediction(winner(given.$meta.completions, options), given.$meta)
}

function winner(
  completions: readonly object[],
  { field, normalize = normalized }: { field?: string; normalize?(value: unknown): unknown },
): object {
  const [first] = completions
  const name = field ?? Object.keys(first ?? {}).at(-1)
  if (first === undefined || name === undefined) {
    throw new InputError('A majority needs at least one completion with a field.', {})
  }
  const votes = new Map<string, { count: number; completion: object }>()
  for (const completion of completions) {
    const answer = normalize(isRecord(completion) ? ownValue(completion, name) : undefined)
    if (answer === undefined || answer === null) continue
    const key = keyOf(answer)
    const vote = votes.get(key)
    if (vote) vote.count += 1
    else votes.set(key, { count: 1, completion })
  }
  let best: { count: number; completion: object } = { count: 0, completion: first }
  for (const vote of votes.values()) if (vote.count > best.count) best = vote
  return best.completion
}

// As in DSPy, an answer of which nothing is left is no vote.
function normalized(value: unknown): unknown {
  return typeof value === 'string' ? normalizeText(value) || undefined : value
}

function keyOf(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  )
}
