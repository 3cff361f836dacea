import { Signature } from '../../signature/signature.ts'
import { perSignature } from '../per-signature.ts'

/** The task of the second LM: the output fields out of a text. */
export const extractorSignature: (signature: Signature) => Signature = perSignature(
  ({ outputFields }) => {
    const names = outputFields.map(({ name }) => name)
    return new Signature({
      instructions: `The text holds all that is needed for the fields ${names
        .map((name) => `\`${name}\``)
        .join(
          ', ',
        )}. Take each of them from the text word for word, and leave out everything else.`,
      fields: [{ name: inputName(names), side: 'input', type: { kind: 'str' } }, ...outputFields],
    })
  },
)

// The field that brings the text is called `text`, unless an output goes by that name.
function inputName(outputs: readonly string[]): string {
  let name = 'text'
  while (outputs.includes(name)) name += '_'
  return name
}
