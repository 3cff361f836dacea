import { type Outcome, whenSettled } from '../internal/when-settled.ts'
import { nextCallNumber, toCallId } from './call-number.ts'
import type { Callback, CallKind } from './callback.ts'
import { configured } from './configure.ts'
import { guarded } from './guarded.ts'
import { currentScope, inScope } from './scope.ts'
import { currentTelemetry } from './telemetry/current-telemetry.ts'
import { hasSpan, inSpan } from './telemetry/in-span.ts'

const hooks = {
  module: ['onModuleStart', 'onModuleEnd'],
  lm: ['onLMStart', 'onLMEnd'],
  embedding: ['onEmbeddingStart', 'onEmbeddingEnd'],
  adapterFormat: ['onAdapterFormatStart', 'onAdapterFormatEnd'],
  adapterParse: ['onAdapterParseStart', 'onAdapterParseEnd'],
  tool: ['onToolStart', 'onToolEnd'],
  evaluate: ['onEvaluateStart', 'onEvaluateEnd'],
} as const satisfies Record<CallKind, readonly [keyof Callback, keyof Callback]>

/**
 * Runs some work in a span, where there is a tracer, and tells callbacks and observers of it; where none of
 * them hears of its kind it only runs it. `run` gets the id that they are told.
 */
export function observed<Result>(
  kind: CallKind,
  instance: object,
  inputs: unknown,
  run: (callId?: string) => Result,
): Result {
  if (!hasSpan(kind)) return notified(kind, instance, inputs, run)
  const telemetry = currentTelemetry()
  return telemetry
    ? inSpan(telemetry, { kind, instance, inputs }, () => notified(kind, instance, inputs, run))
    : notified(kind, instance, inputs, run)
}

function notified<Result>(
  kind: CallKind,
  instance: object,
  inputs: unknown,
  run: (callId?: string) => Result,
): Result {
  const scope = currentScope()
  const [onStart, onEnd] = hooks[kind]
  const all = scope.settings.callbacks ?? configured().callbacks ?? []
  const callbacks = all.filter((callback) => callback[onStart] ?? callback[onEnd])
  const observers = scope.observers ?? []
  if (callbacks.length === 0 && observers.length === 0) return run()

  const callId = toCallId(nextCallNumber())
  const ids = { callId, parentId: scope.callId, instance }
  const finish = (outcome: Outcome): void => {
    for (const callback of callbacks) {
      guarded(`A callback's ${onEnd}`, () => callback[onEnd]?.({ ...ids, ...outcome }))
    }
    for (const observer of observers) {
      guarded('An observer', () => observer.end({ ...ids, ...outcome }))
    }
  }

  for (const callback of callbacks) {
    guarded(`A callback's ${onStart}`, () => callback[onStart]?.({ ...ids, inputs }))
  }
  for (const observer of observers) {
    guarded('An observer', () => observer.start(kind, { ...ids, inputs }))
  }
  return whenSettled(() => inScope({ callId }, () => run(callId)), finish)
}
