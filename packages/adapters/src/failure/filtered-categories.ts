import { WireObject } from '../internal/wire-object.ts'

/** What Azure's filter objected to, as an addition to the message: ` (filtered: violence)`. */
export function filteredCategories(error: WireObject): string {
  const result = error.object('innererror')?.json('content_filter_result')
  const categories = Object.entries(WireObject.of(result) ? Object(result) : {})
    .filter(([, verdict]) => WireObject.of(verdict)?.flag('filtered'))
    .map(([category]) => category)
  return categories.length > 0 ? ` (filtered: ${categories.join(', ')})` : ''
}
