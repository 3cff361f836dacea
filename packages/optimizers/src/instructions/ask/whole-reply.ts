import { type Adapter, ChatAdapter, type Signature } from '@ockham/core'

const chat = new ChatAdapter()
const completed = /\[\[ ## completed ## \]\]\s*$/

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
    const header = `[[ ## ${name} ## ]]`
    const start = text.indexOf(header)
    // Behind the beginning of a fence the header is only quoted.
    const isQuoted = text.slice(0, Math.max(0, start)).includes('```')
    const body = start < 0 || isQuoted ? text : text.slice(start + header.length)
    const outputs: Record<string, unknown> = { [name]: body.replace(completed, '').trim() }
    // The signature has this one output, a text.
    return outputs as Outputs
  },
  fieldStream: (signature) => chat.fieldStream(signature),
}
