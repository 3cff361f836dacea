import type { LMRate, LMRateLimits } from '@ockham/core'

const telling = [
  'x-ratelimit-remaining-requests',
  'x-ratelimit-remaining-tokens',
  'anthropic-ratelimit-requests-remaining',
  'anthropic-ratelimit-tokens-remaining',
]

/** What response headers say about rate limits, in OpenAI's or Anthropic's spelling; undefined for nothing. */
export function rateLimitsFrom(
  headers: Headers,
  now: number = Date.now(),
): LMRateLimits | undefined {
  // Asked first, since most responses say nothing, and each look at a header takes its time.
  if (!telling.some((name) => headers.has(name))) return undefined
  const requests = rate(headers, 'requests', now)
  const tokens = rate(headers, 'tokens', now)
  if (!requests && !tokens) return undefined
  return { ...(requests && { requests }), ...(tokens && { tokens }) }
}

function rate(headers: Headers, of: 'requests' | 'tokens', now: number): LMRate | undefined {
  const found: LMRate = {}
  for (const field of ['limit', 'remaining'] as const) {
    const text =
      headers.get(`x-ratelimit-${field}-${of}`) ?? headers.get(`anthropic-ratelimit-${of}-${field}`)
    const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
    if (value >= 0 && value < Number.POSITIVE_INFINITY) found[field] = value
  }
  const resetMs =
    duration(headers.get(`x-ratelimit-reset-${of}`)) ??
    until(headers.get(`anthropic-ratelimit-${of}-reset`), now)
  if (resetMs !== undefined) found.resetMs = resetMs
  return Object.keys(found).length > 0 ? found : undefined
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** OpenAI writes `6m0s`, `1.5s` or `20ms`; others bare seconds. */
function duration(text: string | null): number | undefined {
  const value = text?.trim() ?? ''
  if (value === '') return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(value)) return undefined
  let sumMs = 0
  for (const [, amount, unit = ''] of value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    sumMs += Number(amount) * (unitMs[unit] ?? 0)
  }
  return sumMs
}

function until(date: string | null, now: number): number | undefined {
  const at = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
