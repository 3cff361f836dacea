import { LMStreamTruncatedError } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { WireObject } from '../internal/wire-object.ts'
import { parseJSON } from './parse-json.ts'

const shownCharacters = 200

/** Passes a body of JSON lines on byte for byte, and fails at a line that is not a JSON object. */
export function checkedLines(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder()
  // Pieces of the line that has not ended yet; joined once, so long lines stay linear.
  let pieces: string[] = []

  function check(text: string): void {
    const [first = '', ...others] = text.split('\n')
    pieces.push(first)
    for (const next of others) {
      checkLine(pieces.join(''))
      pieces = [next]
    }
  }

  return new TransformStream({
    transform(chunk, controller) {
      check(decoder.decode(chunk, { stream: true }))
      controller.enqueue(chunk)
    },
    flush() {
      const last = pieces.join('')
      if (last.startsWith('{') && parseJSON(last) === undefined) {
        throw new LMStreamTruncatedError('The last line of the reply is incomplete.')
      }
      checkLine(last)
    },
  })
}

function checkLine(line: string): void {
  if (line.trim() === '') return
  const fields = WireObject.of(parseJSON(line))
  if (!fields) throw new Error(`a line is not JSON: ${line.slice(0, shownCharacters)}`)
  // The SDK keeps only the text of an error; its status would be lost.
  if (fields.has('error')) throw new VendorFailure(factsFromBody(fields.json('error')))
}
