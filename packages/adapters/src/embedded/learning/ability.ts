/** What a tier knows and how it learns. */
export interface Ability {
  /** How many words of each concept it knows. */
  vocabulary: number
  /** It sees that `charged` and `charges` are one word. */
  stems: boolean
  /** It sees pairs of words. */
  pairs: boolean
  /** It sees what two different words mean in common. */
  concepts: boolean
  /** It sees parts of words. */
  fragments: boolean
  /** How many demonstrations it takes in; earlier ones are forgotten. */
  memory: number
  /** Scale of the random error of its judgements before any demonstration, in log-odds; right ones shrink it. */
  doubt: number
  /** Share of replies with a slip of form that a lenient parser forgives. */
  slips: number
}
