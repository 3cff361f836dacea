import { ownValue } from '../../internal/own-value.ts'
import { pythonStrip } from '../../internal/python-strip.ts'
import { formatValue } from '../../schema/format-value/format-value.ts'
import type { Signature } from '../../signature/signature.ts'
import { listedFields } from '../field-list.ts'
import { perSignature } from '../per-signature.ts'
import type { Wording } from '../wording.ts'

/** How a TwoStepAdapter writes: a task in plain words, and fields as `name: value`. */
export const twoStepWording: (signature: Signature) => Wording = perSignature((signature) => ({
  system: [
    'You solve tasks for a user.',
    `The user gives you:\n${listedFields(signature.inputFields)}`,
    `Your answer must contain:\n${listedFields(signature.outputFields)}`,
    'Write it out in full, in your own form, so that a reader who knows nothing else can find each of these in it.',
    ...(signature.instructions === '' ? [] : [`The task: ${signature.instructions}`]),
  ].join('\n'),
  request: '',
  input: ({ name, type }, value) => `${name}: ${formatValue(type, value, true)}`,
  // What a demonstration lacks is left out.
  reply: (outputs, values) => {
    const told = outputs.flatMap(({ name, type }) => {
      const value = ownValue(values, name)
      return value === undefined ? [] : [`${name}: ${formatValue(type, value)}`]
    })
    return pythonStrip(told.join('\n\n'))
  },
}))
