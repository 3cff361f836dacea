/**
 * What a successful response holds. Servers send a stream unasked and JSON where a stream was asked
 * for, so the content type decides, and the request only where it says nothing.
 */
export function replyForm(response: Response, streamed: boolean): 'events' | 'json' {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('event-stream')) return 'events'
  if (/json|html/.test(type)) return 'json'
  return streamed ? 'events' : 'json'
}
