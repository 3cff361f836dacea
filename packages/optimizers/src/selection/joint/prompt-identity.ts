import type { PromptSources } from './prompt-sources.ts'

/** What prompts come from, as JSON can hold it. Of a tuner it is the name: each has a checkpoint that knows the rest. */
export function promptIdentity<Gold extends object, Outputs extends object>(
  { tuners, variants }: Required<PromptSources<Gold, Outputs>>,
  trainset: readonly Gold[] | undefined,
): readonly unknown[] {
  const states = Object.entries(variants).map(([name, variant]) => [name, variant.dumpState()])
  return [Object.keys(tuners), states, trainset]
}
