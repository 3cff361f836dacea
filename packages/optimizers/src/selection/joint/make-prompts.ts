import { type LM, OptionError, StateError } from '@ockham/core'
import type { CompileBudget } from '../../budget/compile-budget.ts'
import type { StepSpend } from '../../combine/better-together-options.ts'
import type { Optimizer, TrainOptions } from '../../optimizer.ts'
import { spendOfFailure } from '../../run/spend-of-failure.ts'
import type { Selection } from '../selection.ts'
import { type PromptVariant, promptVariant } from './prompt-variant.ts'
import type { Training } from './training.ts'
import { tunersOf } from './tuners-of.ts'
import { TuningBudget } from './tuning-budget.ts'

/** Lets each tuner make prompts of the program with a teacher's LM; one that fails, or that nothing is left for, makes none. */
export async function makePrompts<Gold extends object, Outputs extends object>(
  selection: Selection<Gold, Outputs>,
  training: Training<Gold>,
  teacher: LM,
): Promise<PromptVariant[]> {
  const tuners = Object.entries(tunersOf(selection.options))
  const share = new TuningBudget(selection.data.run, training.control.budget)
  await share.begin()
  const made: PromptVariant[] = []
  for (const [position, [name, tuner]] of tuners.entries()) {
    const budget = await share.next(name, tuners.length - position)
    if (budget === undefined) continue
    const variant = await tune(selection, { name, tuner, training, teacher, budget })
    if (variant) made.push(variant)
  }
  return made
}

interface Tuning<Gold extends object, Outputs extends object> {
  readonly name: string
  readonly tuner: Optimizer<Gold, Outputs, StepSpend>
  readonly training: Training<Gold>
  readonly teacher: LM
  readonly budget: CompileBudget
}

/** What a tuner makes of the program; undefined when it fails. What it spent is paid for in any case. */
async function tune<Gold extends object, Outputs extends object>(
  { data, prompts }: Selection<Gold, Outputs>,
  { name, tuner, training, teacher, budget }: Tuning<Gold, Outputs>,
): Promise<PromptVariant | undefined> {
  const { signal, checkpoint } = training.control
  const { ledger } = data.run
  const program = data.program.copy()
  program.setLM(teacher)
  try {
    const tuned = await tuner.compile(program, {
      trainset: training.trainset,
      ...(Object.keys(budget).length > 0 ? { budget } : {}),
      ...(signal ? { signal } : {}),
      ...(checkpoint === undefined ? {} : { checkpoint: `${checkpoint}.${name}` }),
      // The public signature of `compile` has matched the examples with the program's inputs.
    } as TrainOptions<typeof program, Gold, Outputs>)
    const { calls, costUSD } = tuned.report
    ledger.charge({ calls, costUSD })
    prompts.push({ name, calls, costUSD })
    return promptVariant(name, tuned.program)
  } catch (error) {
    const spend = spendOfFailure(error) ?? { calls: 0, costUSD: 0 }
    ledger.charge(spend)
    // These are not the tuner's: they would not go away with it.
    if (signal?.aborted === true || OptionError.is(error) || StateError.is(error)) throw error
    const message = error instanceof Error ? error.message : String(error)
    prompts.push({ name, ...spend, error: message })
    return undefined
  }
}
