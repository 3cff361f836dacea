/** What a proposer may be told to aim at, so that proposals differ (MIPROv2's tips). */
export const tips = {
  none: '',
  creative: 'Find an unusual angle on the task; do not write what everybody would write.',
  simple: 'Be short and plain: a few clear sentences, nothing that is not needed.',
  description: 'Be thorough: describe the task, its inputs and what a good output looks like.',
  highStakes: 'Put the task into a situation where a mistake would have grave consequences.',
  persona: 'Tell the model which expert it is, one whose skills fit the task.',
} as const

/** The name of a tip. */
export type Tip = keyof typeof tips

/** Their names, to draw from. */
export const tipNames: readonly Tip[] = [
  'none',
  'creative',
  'simple',
  'description',
  'highStakes',
  'persona',
]
