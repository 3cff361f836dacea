import { OptionError } from '../../errors/option-error.ts'
import type { TelemetryTracer } from './tracer.ts'

/** How spans are made. */
export interface TelemetryOptions {
  /**
   * Whether spans hold messages, tool arguments and results; off by default. What is `confidential` stays
   * out even then.
   */
  readonly content?: boolean
  /** A tracer of `@opentelemetry/api`; by default one of the registered provider. */
  readonly tracer?: TelemetryTracer
}

const defaults: { content: boolean } = { content: false }

/** The options that a setting means; throws `OptionError` for a tracer that is none. */
export function resolveTelemetryOptions(
  setting: boolean | TelemetryOptions | undefined,
): TelemetryOptions & { content: boolean } {
  if (typeof setting !== 'object') return defaults
  const { tracer, content = defaults.content } = setting
  if (tracer !== undefined && typeof tracer.startActiveSpan !== 'function') {
    throw new OptionError('telemetry.tracer', 'must have `startActiveSpan`, as a Tracer has.')
  }
  return { content, ...(tracer && { tracer }) }
}
