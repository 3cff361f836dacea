import type { FailureKind } from './failure-kind.ts'

// Long phrases only: a provider may quote the prompt in its message.
const tooLong = [
  'maximum context length is',
  'maximum prompt length is',
  String.raw`too large for model with \d+ maximum context length`,
  String.raw`prompt is too long: \d`,
  'input is too long for requested model',
  "longer than (the model's context length|the maximum model length)",
  "exceeds? (the |this )?(available |model's )?context (size|length|window|limit)",
  'loaded with context length of only',
  'input tokens exceed the configured limit',
  'exceeds the maximum number of tokens allowed',
  String.raw`input token count is \d+ but model only supports`,
  'too many tokens: (size limit exceeded|total number of tokens)',
  'input length and `max_tokens` exceed context',
  'tokens \\+ `max_new_tokens` must be <=',
].join('|')

const patterns: readonly (readonly [FailureKind, RegExp])[] = [
  ['context-window', new RegExp(tooLong, 'i')],
  [
    'content-filter',
    /flagged as potentially violating our usage policy|blocked by content filtering policy/i,
  ],
  ['billing', /credit balance is too low|exceeded your current quota/i],
  ['auth', /api key not valid|incorrect api key provided/i],
  ['unknown-model', /model ["'`]?[\w./:@-]+["'`]? (was )?not found|try pulling it first/i],
]

/** What the wording of an error says, for the cases in which vendors send no code. */
export function failureKindByText(message: string): FailureKind | undefined {
  return patterns.find(([, pattern]) => pattern.test(message))?.[0]
}
