/** Attributes of a span, by their names in the semantic conventions. */
export type SpanAttributes = Record<string, string | number | boolean | string[]>

/** What spans need of OpenTelemetry's `Span`. */
export interface TelemetrySpan {
  isRecording(): boolean
  setAttributes(attributes: SpanAttributes): unknown
  setStatus(status: { code: number; message?: string }): unknown
  end(): void
}

/**
 * What spans need of OpenTelemetry's `Tracer`, spelt out so that whoever has no use for telemetry need not
 * have the package for its types.
 */
export interface TelemetryTracer {
  startActiveSpan<Result>(
    name: string,
    options: { kind: number; attributes: SpanAttributes },
    run: (span: TelemetrySpan) => Result,
  ): Result
}
