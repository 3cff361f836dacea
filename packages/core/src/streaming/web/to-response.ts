import type { SSEOptions } from './sse-options.ts'
import { toSSE } from './to-sse.ts'

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Or nginx keeps the events back.
  'x-accel-buffering': 'no',
}

/** A web `Response` that streams the events of a program, as `toSSE` writes them; `init` may add headers. */
export function toResponse(
  stream: AsyncIterable<{ readonly type: string }>,
  { status, statusText, headers: own, ...options }: ResponseInit & SSEOptions = {},
): Response {
  const all = new Headers(headers)
  for (const [name, value] of new Headers(own)) all.set(name, value)
  return new Response(toSSE(stream, options), {
    ...(status !== undefined && { status }),
    ...(statusText !== undefined && { statusText }),
    headers: all,
  })
}
