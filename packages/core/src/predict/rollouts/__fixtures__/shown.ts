import type { StreamEvent } from '../../../streaming/stream-event.ts'

/** What a reader who obeys `restart` has on screen in the end, by predictor and field. */
export function shown(events: readonly StreamEvent<object>[]): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const event of events) {
    if (event.type === 'restart') {
      for (const key of Object.keys(texts))
        if (key.startsWith(`${event.predictor}/`)) delete texts[key]
    }
    if (event.type !== 'field') continue
    const key = `${event.predictor}/${event.field}`
    texts[key] = (texts[key] ?? '') + event.delta
  }
  return texts
}
