import type { Module, Predictor } from '@ockham/core'

/** What a predictor is asked by. */
export type Prompt = Pick<Predictor, 'signature' | 'demos'>

/** A prompt for each of a program's predictors, by path. */
export interface PromptVariant {
  readonly name: string
  readonly prompts: ReadonlyMap<string, Prompt>
}

/** The prompts of a program as they are now. */
export function promptVariant(name: string, program: Module<never, object>): PromptVariant {
  const prompts = program
    .namedPredictors()
    .map(([path, { signature, demos }]) => [path, { signature, demos }] as const)
  return { name, prompts: new Map(prompts) }
}

/** The instructions of one with the demonstrations of another. */
export function withDemosOf(variant: PromptVariant, other: PromptVariant): PromptVariant {
  const prompts = [...variant.prompts].map(
    ([path, { signature }]) =>
      [path, { signature, demos: other.prompts.get(path)?.demos ?? [] }] as const,
  )
  return { name: `${variant.name} + ${other.name}`, prompts: new Map(prompts) }
}

/** Whether no predictor is shown anything. */
export function hasNoDemos({ prompts }: PromptVariant): boolean {
  return [...prompts.values()].every(({ demos }) => demos.length === 0)
}

/** Gives a program the prompts, and nothing else. */
export function applyPrompts(program: Module<never, object>, { prompts }: PromptVariant): void {
  for (const [path, predictor] of program.namedPredictors()) {
    const prompt = prompts.get(path)
    if (!prompt) continue
    predictor.signature = prompt.signature
    predictor.demos = prompt.demos
  }
}
