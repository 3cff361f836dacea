import { OptionError } from '../../errors/option-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { Signature } from '../../signature/signature.ts'

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u
const words = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval ' +
    'export extends false finally for function globalThis if implements import in Infinity instanceof ' +
    'interface let NaN new null package private protected public return static super switch this throw ' +
    'true try typeof undefined var void while with yield'
  ).split(' '),
)

/** Names that code has already. */
const printing = ['console', 'print']

/**
 * Sees to it that each input and tool can have its name in JavaScript, and that no two names are one.
 * Throws `SignatureError` for an input, `OptionError` for `tools`.
 */
export function checkCodeNames(
  signature: Signature,
  tools: readonly Tool[],
  own: readonly string[],
): void {
  const reserved = [...printing, ...own]
  for (const { name } of signature.inputFields) {
    const problem = problemOf(name, reserved)
    if (problem) throw new SignatureError(`The input \`${name}\` ${problem}; rename it.`, name)
  }
  const taken = new Set<string>()
  for (const { name } of tools) {
    const problem = problemOf(name, reserved)
    if (problem) throw new OptionError('tools', `has a tool \`${name}\` that ${problem}.`)
    if (taken.has(name)) throw new OptionError('tools', `has two tools named \`${name}\`.`)
    if (Object.hasOwn(signature.inputs, name)) {
      throw new OptionError('tools', `has a tool \`${name}\`, which is also an input.`)
    }
    taken.add(name)
  }
}

function problemOf(name: string, reserved: readonly string[]): string | undefined {
  if (reserved.includes(name)) return 'has the name of a function that code is given'
  if (words.has(name)) return 'has the name of a word of JavaScript'
  return identifier.test(name) ? undefined : 'has no name that JavaScript can use'
}
