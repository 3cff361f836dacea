import type { Reading } from '../reading/reading.ts'
import { type FieldSearch, fieldsOf } from './fields-of.ts'
import { parseStrictXML } from './parse-strict-xml.ts'

const search: FieldSearch = { normalise: (name) => name, select: (elements) => elements }

/** The top elements of a reply that is well-formed XML, read as DSPy's XMLAdapter does. */
export const strictXMLReading: Reading = (signature, text) => {
  const root = text.includes('<') ? parseStrictXML(text) : undefined
  return root ? fieldsOf(signature, root, search) : new Map()
}
