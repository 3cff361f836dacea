import type { FieldState, PredictorState } from '@ockham/core'

/** A predictor in words: its fields and its instructions. */
export function describePredictor(
  name: string,
  { fields, instructions }: Pick<PredictorState, 'fields' | 'instructions'>,
): string {
  const listed = (side: FieldState['side']): string =>
    fields
      .filter((field) => field.side === side)
      .map(describeField)
      .join('\n')
  return [
    `# Predictor ${name}`,
    `Inputs:\n${listed('input')}`,
    `Outputs:\n${listed('output')}`,
    `Instructions:\n${instructions}`,
  ].join('\n\n')
}

function describeField({ name, type, description }: FieldState): string {
  return `- ${name} (${type})${description === undefined ? '' : `: ${description}`}`
}
