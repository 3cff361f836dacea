import { OckhamError } from '../../errors/ockham-error.ts'
import type { SentError, SentEvent } from './sent-event.ts'

/**
 * The events of a `toResponse` at its other end, in order; leaving the loop ends the program there. Throws
 * `OckhamError` for a status that is no success, for an error event, and where the connection is cut.
 */
export async function* fromSSE<Outputs extends object = Record<string, unknown>>(
  response: Response,
): AsyncGenerator<Exclude<SentEvent<Outputs>, SentError>, void> {
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    throw new OckhamError(`The server answered with status ${response.status} and no stream.`)
  }
  for await (const data of dataIn(response.body)) {
    if (data === '[DONE]') return
    // The server is the same library, which writes nothing else.
    const event = JSON.parse(data) as SentEvent<Outputs>
    if (event.type === 'error') throw new OckhamError(event.message, { cause: event })
    yield event
  }
  throw new OckhamError('The stream of events was cut off before its end; ask again.')
}

/** The data of each message. */
async function* dataIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  const data: string[] = []
  let rest = ''
  for await (const bytes of body) {
    const lines = decoder.decode(bytes, { stream: true }).split('\n')
    // A line may be long and come in many pieces, so only the new piece is looked into.
    lines[0] = rest + lines[0]
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const text = line.endsWith('\r') ? line.slice(0, -1) : line
      if (text.startsWith('data:')) data.push(text.slice(text[5] === ' ' ? 6 : 5))
      else if (text === '' && data.length > 0) yield data.splice(0).join('\n')
    }
  }
}
