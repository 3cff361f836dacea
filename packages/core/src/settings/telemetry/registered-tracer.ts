import { isRecord } from '../../internal/is-record.ts'
import type { TelemetryTracer } from './tracer.ts'

// Where every copy and version 1.x of @opentelemetry/api keeps what an application registered.
const registry: unique symbol = Symbol.for('opentelemetry.js.api.1')
const shared: object = globalThis
const instrumentation = '@ockham/core'

/** What registers itself there: a TracerProvider. */
interface TracerProvider {
  getTracer(name: string): TelemetryTracer
}

/**
 * A tracer of the provider that the application registered with @opentelemetry/api, if it did. Nothing is
 * imported: the registry is shared, so our spans nest with those of any other copy of the package.
 */
export function registeredTracer(): TelemetryTracer | undefined {
  const api = registry in shared ? shared[registry] : undefined
  const provider = isRecord(api) ? api['trace'] : undefined
  return isTracerProvider(provider) ? provider.getTracer(instrumentation) : undefined
}

function isTracerProvider(value: unknown): value is TracerProvider {
  return isRecord(value) && typeof value['getTracer'] === 'function'
}
