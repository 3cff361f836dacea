import { callName } from '../call-name.ts'
import type { CallEnd, CallKind, CallStart } from '../callback.ts'
import { errorFacts } from '../error-facts.ts'
import type { Observer } from '../observer.ts'
import type { CollectSpansOptions } from './collect-spans-options.ts'
import { spanInputs } from './span-inputs.ts'
import { spanResult } from './span-result.ts'
import { toJSONValue } from './to-json-value.ts'
import type { TraceSpan } from './trace-span.ts'

/** Builds spans from what observers hear. */
export class SpanCollector implements Observer {
  /** Spans beyond the limit. */
  dropped = 0
  private readonly limits: Required<CollectSpansOptions>
  private readonly open = new Map<string, TraceSpan>()
  private collected = 0

  constructor(limits: Required<CollectSpansOptions>) {
    this.limits = limits
  }

  start(kind: CallKind, { callId, parentId, instance, inputs }: CallStart): void {
    // Once one is dropped all later ones are, so no span misses the one around it.
    if (this.collected >= this.limits.maxSpans) {
      this.dropped += 1
      return
    }
    this.collected += 1
    const span: TraceSpan = {
      kind,
      name: callName(kind, instance),
      callId,
      inputs: this.plain(spanInputs(kind, inputs)),
      startedAt: now(),
      children: [],
    }
    const around = parentId === undefined ? undefined : this.open.get(parentId)
    const siblings = around?.children ?? this.limits.into
    siblings.push(span)
    this.open.set(callId, span)
  }

  end({ callId, ...event }: CallEnd): void {
    const span = this.open.get(callId)
    if (!span) return
    this.open.delete(callId)
    span.durationMs = now() - span.startedAt
    if ('error' in event) {
      span.error = errorFacts(event.error)
      return
    }
    const { outputs, ...used } = spanResult(span.kind, event.outputs)
    Object.assign(span, { outputs: this.plain(outputs) }, used)
  }

  private plain(value: unknown): ReturnType<typeof toJSONValue> {
    return toJSONValue(value, this.limits.maxCharacters)
  }
}

function now(): number {
  return performance.timeOrigin + performance.now()
}
