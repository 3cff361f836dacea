/** What a tier knows and how it learns. */
export interface Ability {
  /** How many words of each concept it knows. */
  vocabulary: number
  /** It sees pairs of words. */
  pairs: boolean
  /** It sees what two different words mean in common. */
  concepts: boolean
  /** It sees parts of words. */
  fragments: boolean
  /** How many demonstrations it takes in; earlier ones are forgotten. */
  memory: number
  /** Scale of the random error of its judgements, in log-odds: the same under every prompt. */
  noise: number
  /** Share of replies with a slip of form that a lenient parser forgives. */
  slips: number
}
