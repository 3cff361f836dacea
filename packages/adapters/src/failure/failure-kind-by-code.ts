import type { FailureKind } from './failure-kind.ts'

const codesByKind: Readonly<Partial<Record<FailureKind, readonly string[]>>> = {
  billing: [
    'insufficient_quota',
    'insufficient_balance',
    'billing_error',
    'billing_hard_limit_reached',
    'billing_not_active',
    'credit_balance_exhausted',
    'project_spend_limit_exceeded',
    'organization_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
    'enforced_spend_limit_reached',
    'quota_exceeded',
    'billing_disabled',
  ],
  auth: [
    'invalid_api_key',
    'invalid_authentication',
    'authentication_error',
    'permission_error',
    'permission_denied',
    'unauthenticated',
    'api_key_invalid',
    'account_deactivated',
  ],
  'rate-limit': [
    'rate_limit_exceeded',
    'rate_limit_error',
    'too_many_requests',
    'slow_down',
    'resource_exhausted',
    'capacity_exceeded',
  ],
  'context-window': [
    'context_length_exceeded',
    'context_window_exceeded',
    'request_too_large',
    'exceed_context_size_error',
  ],
  'content-filter': [
    'content_filter',
    'content_policy_violation',
    'responsibleaipolicyviolation',
    'content_filter_policy',
    'moderation_blocked',
    'safety',
    'prohibited_content',
    'blocklist',
  ],
  'unknown-model': ['model_not_found', 'deploymentnotfound', 'not_found_error', 'not_found'],
  timeout: ['timeout_error', 'request_timeout', 'deadline_exceeded'],
  server: [
    'server_error',
    'internal_server_error',
    'api_error',
    'overloaded_error',
    'server_is_overloaded',
    'service_unavailable',
    'unavailable',
    'internal',
  ],
}

const kinds = new Map<string, FailureKind>()
for (const [kind, codes] of Object.entries(codesByKind)) {
  // Object.entries widens the keys of the table above, which are kinds.
  for (const code of codes) kinds.set(code, kind as FailureKind)
}

/** Undefined for a code that does not tell, such as `invalid_request_error`. */
export function failureKindByCode(code: string): FailureKind | undefined {
  return kinds.get(code.toLowerCase())
}
