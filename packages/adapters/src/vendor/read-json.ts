import { WireObject } from '../internal/wire-object.ts'

const shownCharacters = 200

/** The JSON object a response holds; throws with the beginning of the text for anything else. */
export async function readJSON(response: Response): Promise<WireObject> {
  const text = await response.text()
  const value = WireObject.of(parse(text))
  if (value) return value
  const shown = text.trim().slice(0, shownCharacters)
  throw new Error(`expected a JSON object, got ${shown === '' ? 'an empty body' : shown}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
