import { OptionError } from '../../errors/option-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import { nameProblem } from '../../interpreter/quickjs/global-names.ts'
import type { Tool } from '../../schema/special/tool.ts'
import type { Signature } from '../../signature/signature.ts'
import { toolsByName } from '../tools/tools-by-name.ts'
import { codeName } from './code-name.ts'

/**
 * Sees to it that each input and tool can have its name in JavaScript, and that no two names are one.
 * Throws `SignatureError` for an input, `OptionError` for `tools`.
 */
export function checkCodeNames(
  signature: Signature,
  tools: readonly Tool[],
  given: readonly string[],
): void {
  for (const { name } of signature.inputFields) {
    const problem = problemOf(name, given)
    if (problem) throw new SignatureError(`The input \`${name}\` ${problem} Rename it.`, name)
  }
  const taken = new Set<string>()
  for (const tool of toolsByName(tools, given).values()) {
    const name = codeName(tool)
    const problem = problemOf(name, given)
    if (problem) throw new OptionError('tools', `has a tool that ${problem}`)
    if (taken.has(name))
      throw new OptionError('tools', `has two tools that code calls \`${name}\`.`)
    taken.add(name)
    if (Object.hasOwn(signature.inputs, name)) {
      throw new OptionError('tools', `has a tool \`${name}\`, which is also an input.`)
    }
  }
}

function problemOf(name: string, given: readonly string[]): string | undefined {
  return given.includes(name)
    ? `has the name of a function that code is given: ${name}.`
    : nameProblem(name)
}
