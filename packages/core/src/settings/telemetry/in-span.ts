import { LMError } from '../../errors/lm-error.ts'
import { type Outcome, whenSettled } from '../../internal/when-settled.ts'
import { isConfidential } from '../../lm/is-confidential.ts'
import type { CallKind } from '../callback.ts'
import { guarded } from '../guarded.ts'
import { currentScope } from '../scope.ts'
import { agentForm } from './agent-form.ts'
import { chatForm } from './chat-form.ts'
import type { Telemetry } from './current-telemetry.ts'
import { evaluateForm } from './evaluate-form.ts'
import type { SpanForm } from './span-form.ts'
import { toolForm } from './tool-form.ts'
import type { TelemetrySpan } from './tracer.ts'

type SpanOf = 'module' | 'lm' | 'tool' | 'evaluate'

/** Some work that gets a span. */
interface TracedCall {
  readonly kind: SpanOf
  readonly instance: object
  readonly inputs: unknown
}

type AnyForm = SpanForm<object, unknown, unknown>

// Each kind of work comes with the instance, inputs and outputs that its form is for.
const forms: Record<SpanOf, AnyForm> = {
  module: agentForm,
  lm: chatForm as AnyForm,
  tool: toolForm as AnyForm,
  evaluate: evaluateForm,
}
const errorStatus = 2

/** Whether work of a kind gets a span; formatting and parsing take no time that one could wait for. */
export function hasSpan(kind: CallKind): kind is SpanOf {
  return Object.hasOwn(forms, kind)
}

/** Runs some work in a span that ends with it; all that starts inside, as of an HTTP client, is its child. */
export function inSpan<Result>(
  { tracer, content }: Telemetry,
  { kind, instance, inputs }: TracedCall,
  run: () => Result,
): Result {
  const form = forms[kind]
  const shown = content && mayLeave(inputs)
  let begun = false
  try {
    const { name, ...options } = form.start(instance, inputs)
    return tracer.startActiveSpan(name, options, (span) => {
      begun = true
      if (shown && span.isRecording()) {
        guarded('A span', () => span.setAttributes(form.inputContent?.(inputs) ?? {}))
      }
      return whenSettled(run, (outcome) => finish(span, form, outcome, shown))
    })
  } catch (error) {
    if (begun) throw error
    guarded('The tracer', () => {
      throw error
    })
    return run()
  }
}

function finish(span: TelemetrySpan, form: AnyForm, outcome: Outcome, shown: boolean): void {
  guarded('A span', () => {
    if (!span.isRecording()) return
    if ('error' in outcome) return fail(span, outcome.error, shown)
    const { outputs } = outcome
    span.setAttributes({ ...form.end(outputs), ...(shown && form.outputContent?.(outputs)) })
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

function mayLeave(inputs: unknown): boolean {
  const config: unknown = Reflect.get(Object(inputs), 'config')
  const labels = [Reflect.get(Object(config), 'sensitivity'), currentScope().call.sensitivity]
  return !labels.some(isConfidential)
}
