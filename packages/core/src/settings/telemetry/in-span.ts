import { whenSettled } from '../../internal/when-settled.ts'
import { isConfidential } from '../../lm/is-confidential.ts'
import type { CallKind } from '../callback.ts'
import { guarded } from '../guarded.ts'
import { currentScope } from '../scope.ts'
import { agentForm } from './agent-form.ts'
import { chatForm } from './chat-form.ts'
import type { Telemetry } from './current-telemetry.ts'
import { endSpan } from './end-span.ts'
import { evaluateForm } from './evaluate-form.ts'
import type { AnySpanForm } from './span-form.ts'
import { toolForm } from './tool-form.ts'

type SpanOf = 'module' | 'lm' | 'tool' | 'evaluate'

/** Some work that gets a span. */
interface TracedCall {
  readonly kind: SpanOf
  readonly instance: object
  readonly inputs: unknown
}

// Each kind of work comes with the instance, inputs and outputs that its form is for.
const forms: Record<SpanOf, AnySpanForm> = {
  module: agentForm,
  lm: chatForm as AnySpanForm,
  tool: toolForm as AnySpanForm,
  evaluate: evaluateForm,
}

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
      guarded('A span', () => {
        if (shown && span.isRecording()) span.setAttributes(form.inputContent?.(inputs) ?? {})
      })
      return whenSettled(run, (outcome) => endSpan(span, { form, inputs, shown }, outcome))
    })
  } catch (error) {
    if (begun) throw error
    guarded('The tracer', () => {
      throw error
    })
    return run()
  }
}

function mayLeave(inputs: unknown): boolean {
  const config: unknown = Reflect.get(Object(inputs), 'config')
  const labels = [Reflect.get(Object(config), 'sensitivity'), currentScope().call.sensitivity]
  return !labels.some(isConfidential)
}
