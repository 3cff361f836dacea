import { OptionError } from '../../errors/option-error.ts'
import type { HostFunction, InterpreterSetup } from '../code-interpreter.ts'
import { nameProblem } from './global-names.ts'

/** What an interpreter gives to its code, checked. */
export interface CheckedSetup {
  readonly functions: ReadonlyMap<string, HostFunction>
  readonly finals: ReadonlySet<string>
}

/** Throws `OptionError` for a name that no code could use, or that stands for two things. */
export function checkSetup({ functions = {}, finals = [] }: InterpreterSetup): CheckedSetup {
  const checked = { functions: new Map(Object.entries(functions)), finals: new Set(finals) }
  for (const [name, value] of checked.functions) {
    refuse('functions', nameProblem(name))
    if (typeof value !== 'function')
      throw new OptionError('functions', `\`${name}\` is no function.`)
  }
  for (const name of finals) refuse('finals', nameProblem(name))
  if (checked.finals.size < finals.length) throw new OptionError('finals', 'names one call twice.')
  const both = finals.find((name) => checked.functions.has(name))
  if (both !== undefined) {
    throw new OptionError(
      'finals',
      `names \`${both}\`, which is one of the functions: call one of them otherwise.`,
    )
  }
  return checked
}

/** Throws `OptionError` for names of variables that clash with the language or with the setup. */
export function checkVariables(names: readonly string[], setup: CheckedSetup): void {
  for (const name of names) {
    refuse('variables', nameProblem(name))
    if (setup.functions.has(name) || setup.finals.has(name)) {
      throw new OptionError(
        'variables',
        `names \`${name}\`, which is a function of the interpreter.`,
      )
    }
  }
}

function refuse(option: string, problem: string | undefined): void {
  if (problem !== undefined) throw new OptionError(option, problem)
}
