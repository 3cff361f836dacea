/** What went wrong, in our words. */
export type FailureKind =
  | 'auth'
  | 'billing'
  | 'rate-limit'
  | 'timeout'
  | 'context-window'
  | 'content-filter'
  | 'unknown-model'
  | 'invalid-request'
  | 'server'
