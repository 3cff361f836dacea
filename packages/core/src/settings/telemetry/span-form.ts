import type { SpanAttributes } from './tracer.ts'

/** How a span begins. */
export interface SpanStart {
  readonly name: string
  /** OpenTelemetry's `SpanKind`. */
  readonly kind: 0 | 2
  readonly attributes: SpanAttributes
}

/** OpenTelemetry's `SpanKind`: work of this process, and a call of another. */
export const spanKind = { internal: 0, client: 2 } as const

/** What a span of one kind of work says; the content is asked for only where the user opted in. */
export interface SpanForm<Instance, Inputs, Outputs> {
  start(instance: Instance, inputs: Inputs): SpanStart
  end(outputs: Outputs, inputs: Inputs): SpanAttributes
  inputContent?(inputs: Inputs): SpanAttributes
  outputContent?(outputs: Outputs): SpanAttributes
}

/** The form of any kind of work. */
export type AnySpanForm = SpanForm<object, unknown, unknown>
