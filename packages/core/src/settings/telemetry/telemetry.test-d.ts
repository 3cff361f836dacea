import type { Span, Tracer } from '@opentelemetry/api'
import { expectTypeOf, test } from 'vitest'
import { configure } from '../configure.ts'
import type { TelemetrySpan, TelemetryTracer } from './tracer.ts'

test('a tracer of @opentelemetry/api is one of ours, though we do not import its types', () => {
  expectTypeOf<Tracer>().toExtend<TelemetryTracer>()
  expectTypeOf<Span>().toExtend<TelemetrySpan>()
})

test('telemetry is switched, or told how', () => {
  configure({ telemetry: true })
  configure({ telemetry: { content: true } })
  // @ts-expect-error: content is shown or not
  configure({ telemetry: { content: 'all' } })
  // @ts-expect-error: a tracer can start spans
  configure({ telemetry: { tracer: {} } })
})
