import { type Adapter, AdapterParseError, ChatAdapter, type Signature } from '@ockham/core'

const chat = new ChatAdapter()
const end = '[[ ## completed ## ]]'
const fence = '```'
const otherNotation = /^\s*(?:```json\s*)?[{<]/

/**
 * ChatAdapter for a signature whose only output is a text: asks as it does, and takes all behind the
 * header for the text, or the whole reply where there is none. Instructions quote headers and fences,
 * at which ChatAdapter would end the field.
 */
export const wholeReply: Adapter = {
  name: 'WholeReplyAdapter',
  format: (signature, demos, inputs, options) => chat.format(signature, demos, inputs, options),
  parse<Outputs extends object>(signature: Signature<object, Outputs>, text: string): Outputs {
    const name = signature.outputFields[0]?.name ?? ''
    const read = otherNotation.test(text) ? readByChat(signature, text) : undefined
    const outputs: Record<string, unknown> = { [name]: section(text, `[[ ## ${name} ## ]]`) }
    // The signature has this one output, a text.
    return read ?? (outputs as Outputs)
  },
  fieldStream: (signature) => chat.fieldStream(signature),
}

/** JSON or tags, of which ChatAdapter reads what has the field; undefined for anything else. */
function readByChat<Outputs extends object>(
  signature: Signature<object, Outputs>,
  text: string,
): Outputs | undefined {
  try {
    return chat.parse(signature, text)
  } catch (error) {
    if (AdapterParseError.is(error)) return undefined
    throw error
  }
}

/** What stands between the first header and the last end mark, either of which may be missing. */
function section(text: string, header: string): string {
  const first = text.indexOf(header)
  const last = text.lastIndexOf(end)
  // Within a fence they are only quoted.
  const begins = first >= 0 && !text.slice(0, first).includes(fence)
  const ends = last >= 0 && !text.slice(last).includes(fence)
  return text.slice(begins ? first + header.length : 0, ends ? last : undefined).trim()
}
