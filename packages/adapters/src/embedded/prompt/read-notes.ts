import { isJSONObject } from '../shape/json-object.ts'
import { parseJSON } from '../shape/parse-json.ts'

const note = /^\{(\w+)\} {8}# note: the value you produce (.*)$/s

/** What the structure part of a prompt demands of each field, by name. */
export function readNotes(structure: string): Map<string, string> {
  const notes = new Map<string, string>()
  const block = /^\{\n[\s\S]*\n\}$/m.exec(structure)?.[0]
  const object = block === undefined ? undefined : parseJSON(block)
  const places = isJSONObject(object) ? Object.values(object) : structure.split('\n')
  for (const place of places) {
    const match = typeof place === 'string' ? note.exec(place) : null
    if (match !== null) notes.set(match[1] ?? '', match[2] ?? '')
  }
  return notes
}
