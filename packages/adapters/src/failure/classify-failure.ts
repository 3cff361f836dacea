import type { FailureFacts } from './failure-facts.ts'
import type { FailureKind } from './failure-kind.ts'
import { failureKindByCode } from './failure-kind-by-code.ts'
import { failureKindByText } from './failure-kind-by-text.ts'

/** Codes decide first, then the status; the text only where the vendor has neither for a case. */
export function classifyFailure({ status, codes, message }: FailureFacts): FailureKind {
  for (const code of codes) {
    const kind = failureKindByCode(code)
    if (kind) return kind
  }
  const kind = status === undefined ? 'server' : failureKindByStatus(status)
  // A text may quote the prompt, so it is not asked where the status is clear.
  const isVague = kind === 'invalid-request' || status === undefined || status === 500
  return (isVague && failureKindByText(message)) || kind
}

function failureKindByStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'auth'
  if (status === 402) return 'billing'
  if (status === 404) return 'unknown-model'
  if (status === 408) return 'timeout'
  // A conflict with another request, or one that came too early, passes.
  if (status === 409 || status === 425) return 'server'
  if (status === 413) return 'context-window'
  if (status === 429) return 'rate-limit'
  // A redirect that is not followed is a wrong address.
  return status >= 300 && status < 500 ? 'invalid-request' : 'server'
}
