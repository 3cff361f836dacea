import type { LMResponse } from '../lm-response.ts'
import type { LMStreamEvent } from '../lm-stream-event.ts'
import { streamTruncated } from './stream-truncated.ts'

/** Reads a stream to its whole reply; throws `LMStreamTruncatedError` when it ends without one. */
export async function collect(stream: AsyncIterable<LMStreamEvent>): Promise<LMResponse> {
  for await (const event of stream) {
    if (event.type === 'finish') return event.response
  }
  throw streamTruncated()
}
