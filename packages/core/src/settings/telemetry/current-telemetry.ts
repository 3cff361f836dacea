import { currentSetting } from '../current-setting.ts'
import { registeredTracer } from './registered-tracer.ts'
import { resolveTelemetryOptions } from './telemetry-options.ts'
import type { TelemetryTracer } from './tracer.ts'

/** Who makes the spans, and whether they hold content. */
export interface Telemetry {
  readonly tracer: TelemetryTracer
  readonly content: boolean
}

/** The telemetry of the running call; undefined where it is off or nobody traces. */
export function currentTelemetry(): Telemetry | undefined {
  const setting = currentSetting('telemetry')
  if (setting === false) return undefined
  const own = typeof setting === 'object' ? setting.tracer : undefined
  const tracer = own ?? registeredTracer()
  return tracer && { tracer, content: resolveTelemetryOptions(setting).content }
}
