import { LMError, type LMStreamEvent, LMUnexpectedError } from '@ockham/core'
import { race } from './race.ts'
import type { RequestRun } from './request-run.ts'

/**
 * Streams the calls of a request until one finishes; a `restart` event voids what a failed one had
 * yielded. One generator for all of it, so that a chunk passes through one more function and no more.
 */
export async function* streamByRoutes(
  begin: () => RequestRun,
): AsyncGenerator<LMStreamEvent, void> {
  const run = begin()
  for (;;) {
    let attempt = await run.start(true)
    let shown = false
    try {
      const lead = await race(run, attempt, true, (each) => each.next())
      attempt = lead.attempt
      let event = lead.value
      while (event.type !== 'finish') {
        shown = event.type !== 'restart'
        yield event
        event = await attempt.next()
      }
      yield { type: 'finish', response: run.settled(event.response, attempt) }
      return
    } catch (error) {
      attempt.close()
      run.goOn()
      if (shown) yield { type: 'restart', reason: asLMError(error, attempt.model) }
    } finally {
      attempt.close()
    }
  }
}

/** A foreign message can hold a URL with a key, so it stays in the cause. */
function asLMError(error: unknown, model: string): LMError {
  if (LMError.is(error)) return error
  return new LMUnexpectedError(`${model} failed; look at \`cause\` for how.`, {
    model,
    cause: error,
  })
}
