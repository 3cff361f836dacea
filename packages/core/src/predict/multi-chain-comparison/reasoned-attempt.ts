/** An answer to compare, with the thoughts that led to it. */
export type ReasonedAttempt<Outputs extends object> = Readonly<Outputs> &
  ({ readonly reasoning: string } | { readonly rationale: string })
