import { parseLenientJSON } from '../lenient-json/parse-lenient-json.ts'
import { readPythonLiteral } from './read-python-literal.ts'

/** What Python's JSON has beyond the standard. */
const constants: ReadonlyMap<string, number> = new Map([
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['NaN', Number.NaN],
])

/** The JSON or Python value a text stands for, or the text itself. */
export function readCandidate(text: string): unknown {
  const constant = constants.get(text.trim())
  if (constant !== undefined) return constant
  const json = parseLenientJSON(text)
  // Python's integers have no sign on 0.
  if (json === 0 && !/[.e]/i.test(text)) return 0
  if (json !== undefined) return json
  const literal = readPythonLiteral(text)
  return literal === undefined ? text : literal
}
