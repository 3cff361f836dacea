import type { CallOptions } from './call-options.ts'

/** Options of an inner call over those of the calls around it; either signal aborts. */
export function mergeCallOptions(outer: CallOptions, inner: CallOptions | undefined): CallOptions {
  if (inner === undefined) return outer
  const merged = { ...outer, ...inner }
  if (outer.signal && inner.signal && outer.signal !== inner.signal) {
    merged.signal = AbortSignal.any([outer.signal, inner.signal])
  }
  return merged
}
