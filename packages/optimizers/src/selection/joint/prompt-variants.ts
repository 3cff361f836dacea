import type { LM, Module } from '@ockham/core'
import { fingerprint } from '../../run/fingerprint.ts'
import type { Selection } from '../selection.ts'
import { makePrompts } from './make-prompts.ts'
import { demosName } from './prompt-sources.ts'
import {
  applyPrompts,
  hasNoDemos,
  type PromptVariant,
  promptVariant,
  withDemosOf,
} from './prompt-variant.ts'

/**
 * All prompts that models may be tried with beside the program's own: those that were given, those that tuners make with a
 * teacher's LM, and of both those without demonstrations with the teacher's.
 */
export async function promptVariants<Gold extends object, Outputs extends object>(
  seed: PromptVariant,
  selection: Selection<Gold, Outputs>,
  teacher: LM | undefined,
): Promise<PromptVariant[]> {
  const { program, training } = selection.data
  const given = Object.entries(selection.options.prompts.variants).map(([name, variant]) =>
    promptVariant(name, variant),
  )
  const made = training && teacher ? await makePrompts(selection, training, teacher) : []
  const demos = made.find(({ name }) => name === demosName)
  const bare = [...given, ...made].filter((variant) => variant !== demos && hasNoDemos(variant))
  const shown = demos ? bare.map((variant) => withDemosOf(variant, demos)) : []
  return others(seed, [...given, ...made, ...shown], program)
}

/** Without those that are like the seed, or like one before. */
function others(
  seed: PromptVariant,
  variants: readonly PromptVariant[],
  program: Module<never, object>,
): PromptVariant[] {
  const keyOf = (variant: PromptVariant): string => {
    const copy = program.copy()
    applyPrompts(copy, variant)
    return fingerprint(copy.dumpState())
  }
  const known = new Set([keyOf(seed)])
  return variants.filter((variant) => {
    const key = keyOf(variant)
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
}
