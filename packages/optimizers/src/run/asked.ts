/** What an LM was asked for beside evaluations, or why it failed. */
export type Asked<Answer> = { readonly answer: Answer } | { readonly error: string }
