import { WireObject } from '../internal/wire-object.ts'

const shownCharacters = 200
const megabyte = 1024 * 1024
const longestMegabytes = 64
// One for all: it keeps nothing from one text to the next.
const decoder = new TextDecoder()

/**
 * The JSON object a response holds; throws with the beginning of the text for anything else, and for
 * a body of more than 64 MB, of which no more is read.
 */
export async function readJSON(response: Response): Promise<WireObject> {
  const text = await textOf(response)
  const value = WireObject.of(parse(text))
  if (value) return value
  const shown = text.trim().slice(0, shownCharacters)
  throw new Error(`expected a JSON object, got ${shown === '' ? 'an empty body' : shown}`)
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const pieces: Uint8Array[] = []
  let left = longestMegabytes * megabyte
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    left -= step.value.length
    if (left < 0) {
      reader.cancel().catch(() => {})
      throw new Error(`the body is longer than ${longestMegabytes} MB.`)
    }
    pieces.push(step.value)
  }
  const [first] = pieces
  return decoder.decode(pieces.length === 1 ? first : Buffer.concat(pieces))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
