import { OutcomeTable } from '@ockham/core/testing'

/**
 * Two models that are wrong in different ways, one (`echo`) that makes the mistakes of the cheapest, and a strong one.
 * Alone, none of the cheap ones is nearly as good as the strong one; what `tiny` and `small` agree on is right.
 */
export function agreementTable(
  size: number,
): OutcomeTable<'tiny' | 'small' | 'echo' | 'strong', 'example', 'answer'> {
  const rows = Array.from({ length: size }, (_, index) => {
    const tiny = index % 5 === 0 ? `tiny's ${index}` : 'right'
    return {
      example: index,
      'tiny:answer': tiny,
      'tiny:usd': 0.001,
      'small:answer': index % 7 === 3 ? `small's ${index}` : 'right',
      'small:usd': 0.002,
      'echo:answer': tiny,
      'echo:usd': 0.003,
      'strong:answer': index % 40 === 11 ? 'a slip' : 'right',
      'strong:usd': 0.1,
    }
  })
  return OutcomeTable.fromRows(rows, {
    example: 'example',
    label: { value: 'right' },
    answer: '{model}:answer',
    cost: '{model}:usd',
    models: ['tiny', 'small', 'echo', 'strong'],
  })
}
