import type { Sensitivity } from '@ockham/core'
import { strategies } from '../routing/strategy/strategies.ts'
import type { StrategyName } from '../routing/strategy/strategy.ts'
import type { Variable } from './variable.ts'
import { choice, list, number, redisURL, text, yesOrNo } from './variable-kinds.ts'

/** The type of each value that is read from the environment. */
export interface VariableValues {
  model: readonly string[]
  provider: string
  fallbackModel: readonly string[]
  enableFallback: boolean
  strategy: StrategyName
  preferLocal: boolean
  sensitivity: Sensitivity
  maxTokens: number
  temperature: number
  timeoutMs: number
  maxLatencyMs: number
  maxRetries: number
  maxConcurrency: number
  requestsPerMinute: number
  maxCostUSD: number
  cacheEnabled: boolean
  cacheTTL: number
  cachePath: string
  cacheURL: string
}

// The keys of a record are the names of its type.
const strategyNames = Object.keys(strategies) as StrategyName[]
const milliseconds = number({ above: 0, to: 2 ** 31 - 1, unit: 'milliseconds' })

/** Every variable that is read beside keys and addresses; `<MODULE>_LLM_…` goes before `LLM_…`. */
export const variables: { readonly [Key in keyof VariableValues]: Variable<VariableValues[Key]> } =
  {
    model: {
      name: 'LLM_MODEL',
      kind: list,
      default: 'none: it must be set',
      meaning:
        'The model, as `provider/model` or together with `LLM_PROVIDER`. Of several the first that can serve does, or the one that the strategy prefers.',
    },
    provider: {
      name: 'LLM_PROVIDER',
      kind: text,
      default: 'what the model names',
      meaning: 'The provider of every model that does not begin with its name.',
    },
    fallbackModel: {
      name: 'LLM_FALLBACK_MODEL',
      kind: list,
      default: 'none',
      meaning: 'The models to ask, in order, when those of `LLM_MODEL` fail.',
    },
    enableFallback: {
      name: 'LLM_ENABLE_FALLBACK',
      kind: yesOrNo,
      default: 'true',
      meaning: 'Whether `LLM_FALLBACK_MODEL` is used.',
    },
    strategy: {
      name: 'LLM_ROUTING_STRATEGY',
      kind: choice(strategyNames),
      default: '`ordered`; `local_first` with `LLM_PREFER_LOCAL`',
      meaning: 'How a model is chosen among several.',
    },
    preferLocal: {
      name: 'LLM_PREFER_LOCAL',
      kind: yesOrNo,
      default: 'false',
      meaning: "Whether models on the user's own machines are asked before all others.",
    },
    sensitivity: {
      name: 'LLM_SENSITIVITY',
      kind: choice(['public', 'internal', 'confidential']),
      default: '`internal`',
      meaning:
        'How far requests may travel at most; a request can only ask for less. `confidential` ones go to local models only.',
    },
    maxTokens: {
      name: 'LLM_MAX_TOKENS',
      kind: number({ from: 1, whole: true, unit: 'tokens' }),
      default: "the vendor's",
      meaning: 'The most tokens of a reply, unless a request says otherwise.',
    },
    temperature: {
      name: 'LLM_TEMPERATURE',
      kind: number({ from: 0, to: 2 }),
      default: "the vendor's",
      meaning: 'The temperature, unless a request says otherwise.',
    },
    timeoutMs: {
      name: 'LLM_TIMEOUT_MS',
      kind: milliseconds,
      default: '600000',
      meaning: 'How long one call may wait for its vendor in all.',
    },
    maxLatencyMs: {
      name: 'LLM_MAX_LATENCY_MS',
      kind: milliseconds,
      default: 'no limit',
      meaning: 'How long a request may take, with all its retries and fallbacks.',
    },
    maxRetries: {
      name: 'LLM_MAX_RETRIES',
      kind: number({ from: 0, to: 100, whole: true }),
      default: '2; with several models 4 calls in all',
      meaning: 'Calls for one request beyond the first one of each model; 0 is none.',
    },
    maxConcurrency: {
      name: 'LLM_MAX_CONCURRENCY',
      kind: number({ from: 1, whole: true }),
      default: 'no limit',
      meaning: 'Calls of one model at once.',
    },
    requestsPerMinute: {
      name: 'LLM_REQUESTS_PER_MINUTE',
      kind: number({ above: 0 }),
      default: 'no limit',
      meaning: 'Calls of one model a minute.',
    },
    maxCostUSD: {
      name: 'LLM_MAX_COST_USD',
      kind: number({ from: 0, unit: 'US dollars' }),
      default: 'no limit',
      meaning:
        'What this process may spend, all modules together unless one has a budget of its own.',
    },
    cacheEnabled: {
      name: 'CACHE_ENABLED',
      kind: yesOrNo,
      default: 'true with `CACHE_PATH` or `CACHE_URL`, else false',
      meaning: 'Whether replies are kept; in memory unless a path or URL says where.',
    },
    cacheTTL: {
      name: 'CACHE_TTL',
      kind: number({ above: 0, to: 1e9, unit: 'seconds' }),
      default: 'no limit',
      meaning: 'How long a reply stays good.',
    },
    cachePath: {
      name: 'CACHE_PATH',
      kind: text,
      default: 'none',
      meaning: 'The file that keeps replies.',
    },
    cacheURL: {
      name: 'CACHE_URL',
      kind: redisURL,
      default: 'none',
      meaning: 'The Redis that keeps replies.',
    },
  }
