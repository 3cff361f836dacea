import { OptionError } from '@ockham/core'

/** The names in a strategy such as `p -> w -> p`, in order; throws `OptionError` for one that is none of these. */
export function parseStrategy(strategy: string, names: readonly string[]): string[] {
  const steps = strategy.split('->').map((step) => step.trim())
  const stranger = steps.find((step) => !names.includes(step))
  if (stranger === undefined) return steps
  throw new OptionError(
    'strategy',
    `names \`${stranger}\`, and \`optimizers\` has: ${names.join(', ')}. Write names with \`->\` between them.`,
  )
}
