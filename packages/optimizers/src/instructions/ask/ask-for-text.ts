import { AdapterParseError, type CallOptions, Predict, type Signature } from '@ockham/core'
import { wholeReply } from './whole-reply.ts'

/**
 * What an LM answers to a signature with one output, a text; empty when the reply cannot be read. Throws
 * what the LM throws.
 */
export async function askForText(
  signature: Signature,
  inputs: Readonly<Record<string, unknown>>,
  call: CallOptions = {},
): Promise<string> {
  const ask = new Predict(signature)
  try {
    const [text] = Object.values(await ask(inputs, { adapter: wholeReply, ...call }))
    return String(text ?? '')
  } catch (error) {
    if (AdapterParseError.is(error)) return ''
    throw error
  }
}
