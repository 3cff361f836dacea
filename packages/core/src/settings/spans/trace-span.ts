import type { JSONValue } from '../../schema/json-value.ts'
import type { CallKind } from '../callback.ts'
import type { ErrorFacts } from '../error-facts.ts'

/** Some work of a run and the work inside it, as plain data that can be written as JSON. */
export interface TraceSpan {
  readonly kind: CallKind
  /** A predictor's name within the program, the class of another module or adapter, an LM's model, a tool's name. */
  readonly name: string
  /** As callbacks are told it. */
  readonly callId: string
  readonly inputs: JSONValue
  /** What came of it; absent after an error and while it runs. */
  outputs?: JSONValue
  error?: ErrorFacts
  /** Milliseconds since 1970, as of `Date.now()`. */
  readonly startedAt: number
  /** Absent while it runs. */
  durationMs?: number
  /** Tokens of all LM calls inside. */
  usage?: { inputTokens: number; outputTokens: number }
  /** US dollars of all LM calls inside; null when not known. */
  costUSD?: number | null
  readonly children: TraceSpan[]
}
