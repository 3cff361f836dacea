import type { Reading } from '../reading/reading.ts'
import { fieldsOf } from './fields-of.ts'
import { parseStrictXML } from './parse-strict-xml.ts'

/** The top elements of a reply that is well-formed XML, read as DSPy's XMLAdapter does. */
export const strictXMLReading: Reading = (signature, text) => {
  const root = text.includes('<') ? parseStrictXML(text) : undefined
  return root ? fieldsOf(signature, root, (name) => name) : new Map()
}
