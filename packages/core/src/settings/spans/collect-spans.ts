import { currentScope, inScope } from '../scope.ts'
import { type CollectSpansOptions, resolveCollectSpansOptions } from './collect-spans-options.ts'
import { SpanCollector } from './span-collector.ts'
import type { TraceSpan } from './trace-span.ts'

/**
 * Runs a function and tells all work it did as a tree: modules, LM calls, formatting, parsing, tools,
 * evaluations, also those that ran concurrently or in streams. Throws `OptionError`, and what the function
 * throws; `into` then holds what was done.
 */
export async function collectSpans<Result>(
  run: () => Result,
  options: CollectSpansOptions = {},
): Promise<{ result: Awaited<Result>; spans: TraceSpan[]; droppedSpans: number }> {
  const resolved = resolveCollectSpansOptions(options)
  const collector = new SpanCollector(resolved)
  const observers = [...(currentScope().observers ?? []), collector]
  const result = await inScope({ observers }, run)
  return { result, spans: resolved.into, droppedSpans: collector.dropped }
}
