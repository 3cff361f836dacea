import type { CompileControl } from '../../optimizer.ts'

/** What prompts are made from, and what those who make them are told beside it. */
export interface Training<Gold extends object> {
  readonly trainset: readonly Gold[]
  readonly control: Pick<CompileControl<never>, 'signal' | 'budget' | 'checkpoint'>
}
