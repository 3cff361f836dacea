import type { FieldEvent } from '../../settings/stream-sink.ts'
import type { StreamEvent } from '../stream-event.ts'

/** All events of a stream. */
export async function collect<Event>(stream: AsyncIterable<Event>): Promise<Event[]> {
  const events: Event[] = []
  for await (const event of stream) events.push(event)
  return events
}

/** The field events of a stream. */
export async function collectFields<Field extends FieldEvent>(
  stream: AsyncIterable<StreamEvent<object, Field>>,
): Promise<Field[]> {
  const fields: Field[] = []
  for await (const event of stream) if (event.type === 'field') fields.push(event)
  return fields
}

/** The text of each field that came, by predictor, call and field. */
export function textsOf(events: readonly FieldEvent[]): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { predictor, callNumber = 1, field, delta } of events) {
    const key = `${predictor}${callNumber > 1 ? `#${callNumber}` : ''}/${field}`
    texts[key] = (texts[key] ?? '') + delta
  }
  return texts
}
