import { isRecord } from '../../internal/is-record.ts'
import type { JSONValue } from '../../schema/json-value.ts'
import type { Confidence } from './confidence.ts'
import { resolveThreshold } from './resolve-threshold.ts'

/** How `logprobMargin` sums up the tokens of a reply. */
export interface LogprobMarginOptions {
  /** Default 0.5. */
  threshold?: number
  /** The mean over all tokens, or the least sure one. Default `mean`. */
  of?: 'mean' | 'least'
}

/**
 * By how much, in probability, the model preferred the tokens it wrote to the next likely ones. Asks for
 * log probabilities; a reply without them, in OpenAI's shape, counts 0.
 */
export function logprobMargin(options: LogprobMarginOptions = {}): Confidence {
  const { of = 'mean' } = options
  return {
    threshold: resolveThreshold(options.threshold, 0.5),
    prepare(request, lm) {
      // An LM that says it has none would refuse the request.
      if (lm.capabilities && !lm.capabilities.logprobs) return request
      const { logprobs } = request.config ?? {}
      const asked = typeof logprobs === 'number' ? Math.max(2, logprobs) : 2
      return { ...request, config: { ...request.config, logprobs: asked } }
    },
    judge({ response }) {
      const margins = tokensOf(response.outputs[0]?.logprobs).flatMap(
        (token) => margin(token) ?? [],
      )
      if (margins.length === 0) return { confidence: 0, reason: 'no log probabilities' }
      const sum = margins.reduce((total, one) => total + one, 0)
      const least = margins.reduce((low, one) => Math.min(low, one), 1)
      return { confidence: of === 'mean' ? sum / margins.length : least, reason: `${of} margin` }
    },
  }
}

function tokensOf(logprobs: JSONValue | undefined): readonly unknown[] {
  if (Array.isArray(logprobs)) return logprobs
  const content = isRecord(logprobs) ? logprobs['content'] : undefined
  return Array.isArray(content) ? content : []
}

/** Without alternatives, all that is not this token's probability counts as the next likely one. */
function margin(token: unknown): number | undefined {
  if (!isRecord(token) || typeof token['logprob'] !== 'number') return undefined
  const chosen = Math.exp(token['logprob'])
  const top: unknown = token['top_logprobs']
  const others = (Array.isArray(top) ? top : []).flatMap((other: unknown) =>
    isRecord(other) && typeof other['logprob'] === 'number' && other['token'] !== token['token']
      ? [Math.exp(other['logprob'])]
      : [],
  )
  const next = others.length > 0 ? Math.max(...others) : 1 - chosen
  // A token that was sampled against the odds has a margin below 0, and is no less unsure than that.
  return Math.max(0, chosen - next)
}
