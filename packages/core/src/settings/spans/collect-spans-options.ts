import { OptionError } from '../../errors/option-error.ts'
import type { TraceSpan } from './trace-span.ts'

/** How much of a run is collected. */
export interface CollectSpansOptions {
  /** Spans beyond this are only counted. Default: no limit. */
  readonly maxSpans?: number
  /** Longer texts are cut. Default: no limit. */
  readonly maxCharacters?: number
  /** A list to collect into, which holds the spans also when the run fails. */
  readonly into?: TraceSpan[]
}

const defaults: Required<Omit<CollectSpansOptions, 'into'>> = {
  maxSpans: Number.POSITIVE_INFINITY,
  maxCharacters: Number.POSITIVE_INFINITY,
}

/** The options with every default filled in; throws `OptionError` for a limit below 0. */
export function resolveCollectSpansOptions(
  options: CollectSpansOptions,
): Required<CollectSpansOptions> {
  const resolved = { ...defaults, into: [], ...options }
  for (const name of ['maxSpans', 'maxCharacters'] as const) {
    if (resolved[name] >= 0) continue
    throw new OptionError(name, `must be a number from 0, not ${resolved[name]}.`)
  }
  return resolved
}
