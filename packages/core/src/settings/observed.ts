import type { Callback, CallKind } from './callback.ts'
import { configured } from './configure.ts'
import { currentScope, inScope } from './scope.ts'

const hooks = {
  module: ['onModuleStart', 'onModuleEnd'],
  lm: ['onLMStart', 'onLMEnd'],
  adapterFormat: ['onAdapterFormatStart', 'onAdapterFormatEnd'],
  adapterParse: ['onAdapterParseStart', 'onAdapterParseEnd'],
  tool: ['onToolStart', 'onToolEnd'],
  evaluate: ['onEvaluateStart', 'onEvaluateEnd'],
} as const satisfies Record<CallKind, readonly [keyof Callback, keyof Callback]>

let calls = 0

/** Runs some work and tells the callbacks of it; without a callback that hears of its kind it only runs it. */
export function observed<Result>(
  kind: CallKind,
  instance: object,
  inputs: unknown,
  run: () => Result,
): Result {
  const scope = currentScope()
  const all = scope.settings.callbacks ?? configured().callbacks
  if (all === undefined || all.length === 0) return run()
  const [start, end] = hooks[kind]
  const callbacks = all.filter((callback) => callback[start] ?? callback[end])
  if (callbacks.length === 0) return run()

  calls += 1
  const callId = `call-${calls}`
  const ids = { callId, parentId: scope.callId, instance }
  const finish = (result: { outputs: unknown } | { error: unknown }): void => {
    for (const callback of callbacks) guarded(end, () => callback[end]?.({ ...ids, ...result }))
  }

  for (const callback of callbacks) guarded(start, () => callback[start]?.({ ...ids, inputs }))
  try {
    const result = inScope({ callId }, run)
    if (!(result instanceof Promise)) {
      finish({ outputs: result })
      return result
    }
    // Two handlers on one promise: the caller gets the original, so its type and its rejection stay.
    result.then(
      (outputs: unknown) => finish({ outputs }),
      (error: unknown) => finish({ error }),
    )
    return result
  } catch (error) {
    finish({ error })
    throw error
  }
}

// Observers must not break what they observe.
function guarded(hook: string, notify: () => void): void {
  try {
    notify()
  } catch (error) {
    process.emitWarning(`A callback's ${hook} threw: ${String(error)}`)
  }
}
