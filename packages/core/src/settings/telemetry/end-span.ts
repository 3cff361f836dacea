import { LMError } from '../../errors/lm-error.ts'
import type { Outcome } from '../../internal/when-settled.ts'
import { guarded } from '../guarded.ts'
import type { AnySpanForm } from './span-form.ts'
import type { TelemetrySpan } from './tracer.ts'

/** What a span may say of its work. */
interface SpanContent {
  readonly form: AnySpanForm
  readonly inputs: unknown
  /** Whether it may hold what was asked and answered. */
  readonly shown: boolean
}

const errorStatus = 2

/** Ends a span with what its work came to. */
export function endSpan(
  span: TelemetrySpan,
  { form, inputs, shown }: SpanContent,
  outcome: Outcome,
): void {
  guarded('A span', () => {
    if (!span.isRecording()) return
    if ('error' in outcome) {
      fail(span, outcome.error, shown)
      return
    }
    span.setAttributes(form.end(outcome.outputs, inputs))
    if (shown) span.setAttributes(form.outputContent?.(outcome.outputs) ?? {})
  })
  guarded('A span', () => span.end())
}

// Messages of other errors can quote the reply, or hold what the user's own code put into them.
function fail(span: TelemetrySpan, error: unknown, shown: boolean): void {
  const isLMError = LMError.is(error)
  span.setAttributes({
    'error.type': error instanceof Error ? error.name : '_OTHER',
    ...(isLMError && error.status !== undefined && { 'http.response.status_code': error.status }),
    ...(isLMError && error.costUSD !== undefined && { 'ockham.cost_usd': error.costUSD }),
  })
  const told = isLMError || (shown && error instanceof Error)
  span.setStatus({ code: errorStatus, ...(told && { message: error.message }) })
}
