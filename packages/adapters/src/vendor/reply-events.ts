import { AbortError, type LMStreamEvent } from '@ockham/core'
import { LoopGuard } from '../reply/loop-guard.ts'
import { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { TimedCall } from '../timing/timed-call.ts'
import { callError } from './call-error.ts'
import type { CallPlan } from './call-plan.ts'
import { checkReadable } from './check-readable.ts'
import { checkWhole } from './check-whole.ts'
import { responseFrom } from './response-from.ts'
import { timeoutError } from './timeout-error.ts'
import type { VendorRequest } from './vendor.ts'

type Parts = AsyncIterator<readonly ReplyPart[]>

// After the last finish reason only usage and the end mark may follow.
const tailMs = 3_000
// A reply read to its end leaves the connection reusable; a vendor that never ends it is cut off.
const drainMs = 50

/** Makes one call and yields its events; the last is `finish`, the only one of a call nobody watches. */
export async function* replyEvents(plan: CallPlan): AsyncGenerator<LMStreamEvent, void> {
  const { request, timeouts } = plan
  if (request.signal?.aborted) throw new AbortError(request.signal.reason)
  const { connection, ask, ready } = plan.connect()
  // A reply in one piece has no first token to wait for.
  const firstTokenMs = plan.streamed ? timeouts.firstTokenMs : Number.POSITIVE_INFINITY
  const call = new TimedCall({
    timeouts: { ...timeouts, firstTokenMs },
    signal: request.signal,
    timeoutError: (phase, limitMs) => timeoutError(plan, phase, limitMs),
  })
  const reply = new ReplyAssembler()
  let parts: Parts | undefined
  let rest: Parts | undefined
  try {
    const asked = ready ?? (await call.untimed(() => ask))
    const opened = await call.wait(() => asked(vendorRequest(plan), call.controller))
    const steps = opened[Symbol.asyncIterator]()
    parts = steps
    const guard = new LoopGuard()
    let inTail = false
    while (!reply.ended) {
      if (!inTail && plan.vendor.wholeWhen !== 'ended' && reply.finished) {
        inTail = true
        call.heard(tailMs)
      }
      const step = await (inTail ? tailStep(plan, call, steps) : call.wait(() => steps.next()))
      if (step.done) break
      for (const part of step.value) {
        guard.check(part)
        const event = reply.add(part)
        if (part.type === 'malformed') checkReadable(reply)
        // Whatever follows the end in the same piece of the body is nobody's.
        if (reply.ended) break
        if (!event) continue
        call.heard()
        if (!plan.watched) continue
        // Here and not in a generator of its own: handing each event on would double its cost.
        yield event
      }
    }
    checkWhole(plan, reply)
    rest = steps
    yield { type: 'finish', response: responseFrom(plan, reply) }
    rest = undefined
    await release(call, steps)
  } catch (error) {
    throw callError(plan, connection, error, parts !== undefined, reply)
  } finally {
    // Most readers leave at the finish: their connection can be used again too.
    if (rest) void release(call, rest)
    else call.close()
  }
}

function vendorRequest({ modelName, request, config, streamed }: CallPlan): VendorRequest {
  return { model: modelName, messages: request.messages, config, streamed }
}

/** A cut or a stall that comes after the finish reason takes nothing away from the reply. */
async function tailStep(
  { request }: CallPlan,
  call: TimedCall,
  parts: Parts,
): Promise<IteratorResult<readonly ReplyPart[], unknown>> {
  try {
    return await call.wait(() => parts.next())
  } catch (error) {
    if (request.signal?.aborted) throw error
    return { done: true, value: undefined }
  }
}

/** Reads the connection to its end, so that it can be used again, or closes it; never throws. */
async function release(call: TimedCall, parts: Parts): Promise<void> {
  call.ignoreSignal()
  call.heard(drainMs)
  try {
    while (!(await call.wait(() => parts.next())).done);
    call.complete()
  } catch {
    // The reply is complete; what happens to the rest of the connection is of no interest.
    call.close()
  }
}
