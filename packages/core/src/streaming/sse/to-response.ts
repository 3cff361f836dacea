import type { FieldEvent } from '../../settings/stream-sink.ts'
import type { StreamEvent } from '../stream-event.ts'
import type { SSEOptions } from './sse-options.ts'
import { toSSE } from './to-sse.ts'

const eventStream = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  // Without it nginx collects what should be seen at once.
  'x-accel-buffering': 'no',
}

/** A stream as the `Response` of a web server, with the headers of server-sent events; headers given go first. */
export function toResponse<Outputs extends object, Field extends FieldEvent>(
  stream: AsyncIterable<StreamEvent<Outputs, Field>>,
  init: ResponseInit & SSEOptions = {},
): Response {
  const { heartbeatMs, errorMessage, ...rest } = init
  const options = {
    ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
    ...(errorMessage ? { errorMessage } : {}),
  }
  const headers = new Headers(eventStream)
  new Headers(rest.headers).forEach((value, name) => {
    headers.set(name, value)
  })
  return new Response(toSSE(stream, options), { ...rest, headers })
}
