import { looseName } from '../reading/loose-name.ts'
import type { Reading } from '../reading/reading.ts'
import { fieldsOf } from './fields-of.ts'
import { parseLooseXML } from './parse-loose-xml.ts'

/** Elements in a reply that is not well-formed, named in another case, or wrapped in one element more. */
export const looseXMLReading: Reading = (signature, text) => {
  if (!text.includes('<')) return new Map()
  let parent = parseLooseXML(text)
  for (;;) {
    const exact = fieldsOf(signature, parent, (name) => name)
    if (exact.size > 0) return exact
    const loose = fieldsOf(signature, parent, looseName)
    const [only, ...others] = parent.children
    if (loose.size > 0 || !only || others.length > 0) return loose
    parent = only
  }
}
