import type { FailureKind } from './failure-kind.ts'

// Long phrases only: a provider may quote the prompt in its message.
const patterns: readonly (readonly [FailureKind, RegExp])[] = [
  [
    'context-window',
    /maximum context length is|prompt is too long: \d|longer than the model's context length|exceeds? (the |this )?(available |model's )?context (size|length|window|limit)|input tokens exceed the configured limit|exceeds the maximum number of tokens allowed|input length and `max_tokens` exceed context/i,
  ],
  ['billing', /credit balance is too low|exceeded your current quota/i],
  ['auth', /api key not valid|incorrect api key provided/i],
  ['unknown-model', /model ["'`]?[\w./:@-]+["'`]? (was )?not found|try pulling it first/i],
]

/** What the wording of an error says, for the cases in which vendors send no code. */
export function failureKindByText(message: string): FailureKind | undefined {
  return patterns.find(([, pattern]) => pattern.test(message))?.[0]
}
