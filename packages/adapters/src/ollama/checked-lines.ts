import { LMStreamTruncatedError } from '@ockham/core'
import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { parseJSON } from '../internal/parse-json.ts'
import { WireObject } from '../internal/wire-object.ts'

const longestLine = 16 * 1024 * 1024

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Passes the lines of a body on that are JSON objects; the others are told to `onMalformed`, as the
 * SDK would print them to the console. Fails at a line that reports an error.
 */
export function checkedLines(onMalformed: (line: string) => void): TransformStream<Bytes, Bytes> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  // Pieces of the line that has not ended yet; joined once, so long lines stay linear.
  let pieces: string[] = []
  let length = 0
  // Whatever follows the last line is nobody's.
  let isOver = false

  function hold(piece: string): void {
    length += piece.length
    if (length > longestLine) throw new Error(`a line is longer than ${longestLine} characters.`)
    pieces.push(piece)
  }

  function isSound(line: string): boolean {
    if (isOver || line.trim() === '') return false
    const fields = WireObject.of(parseJSON(line))
    // The SDK keeps only the text of an error; its status would be lost.
    if (fields?.has('error')) throw new VendorFailure(factsFromBody(fields.json('error')))
    if (!fields) onMalformed(line)
    isOver = fields?.flag('done') === true
    return fields !== undefined
  }

  return new TransformStream({
    transform(chunk, controller) {
      const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
      hold(first)
      for (const next of others) {
        const line = pieces.join('')
        if (isSound(line)) controller.enqueue(encoder.encode(`${line}\n`))
        pieces = []
        length = 0
        hold(next)
      }
    },
    flush(controller) {
      const last = pieces.join('')
      if (!isOver && last.startsWith('{') && parseJSON(last) === undefined) {
        throw new LMStreamTruncatedError('The last line of the reply is incomplete.')
      }
      if (isSound(last)) controller.enqueue(encoder.encode(`${last}\n`))
    },
  })
}
