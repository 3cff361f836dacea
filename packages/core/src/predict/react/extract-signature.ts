import type { Signature } from '../../signature/signature.ts'

/** A signature whose outputs are to be found in a trajectory: its own fields, and that as a last input. */
export function extractSignature(signature: Signature): Signature {
  return signature.append('trajectory', { side: 'input', type: 'str' })
}
