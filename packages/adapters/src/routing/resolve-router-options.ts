import { Budget, OptionError, RetryBudget } from '@ockham/core'
import { resolveBreakerOptions } from './breaker/breaker-options.ts'
import { resolveRoute } from './route/resolve-route.ts'
import type { RouterOptions } from './router-options.ts'
import type { RouterSettings } from './router-settings.ts'
import { strategies } from './strategy/strategies.ts'

const unlimited: number = Number.POSITIVE_INFINITY

const defaults = {
  strategy: 'balanced',
  attempts: 4,
  deadlineMs: unlimited,
  maxCostUSD: unlimited,
  hedgeAfterMs: unlimited,
  patienceMs: 0,
  onContentFilter: 'throw',
} as const

/** Fills in the defaults; throws `OptionError`, or `LMConfigurationError` for a provider that is not known. */
export function resolveRouterOptions(options: RouterOptions): RouterSettings {
  if (options.models.length === 0) {
    throw new OptionError('models', 'is empty: give the router at least one LM.')
  }
  const strategy = options.strategy ?? defaults.strategy
  const isNamed = typeof strategy === 'string'
  if (isNamed && !Object.hasOwn(strategies, strategy)) {
    throw new OptionError('strategy', `must be one of ${Object.keys(strategies).join(', ')}.`)
  }
  const budget =
    options.budget && !(options.budget instanceof Budget)
      ? new Budget(options.budget)
      : options.budget
  const settings: RouterSettings = {
    routes: options.models.map((model, index) => resolveRoute(model, index, options, budget)),
    strategy: isNamed ? strategies[strategy] : strategy,
    strategyName: isNamed ? strategy : strategy.name || 'custom',
    tasks: options.tasks ?? {},
    rules: options.rules ?? [],
    attempts: options.attempts ?? defaults.attempts,
    deadlineMs: options.deadlineMs ?? defaults.deadlineMs,
    maxCostUSD: options.maxCostUSD ?? defaults.maxCostUSD,
    timeouts: options.timeouts ?? {},
    hedgeAfterMs: options.hedgeAfterMs ?? defaults.hedgeAfterMs,
    patienceMs: options.patienceMs ?? defaults.patienceMs,
    breaker: resolveBreakerOptions(options.breaker),
    retryBudget: options.retryBudget ?? new RetryBudget(),
    onContentFilter: options.onContentFilter ?? defaults.onContentFilter,
    random: options.random ?? Math.random,
  }
  checkNumbers(settings)
  checkNames(settings)
  return settings
}

function checkNumbers(settings: RouterSettings): void {
  if (!(settings.attempts >= 1 && Number.isInteger(settings.attempts))) {
    throw new OptionError('attempts', 'must be a whole number from 1.')
  }
  for (const name of ['deadlineMs', 'maxCostUSD', 'hedgeAfterMs', 'patienceMs'] as const) {
    if (!(settings[name] >= 0)) throw new OptionError(name, 'must be a number from 0.')
  }
  for (const [name, limit] of Object.entries(settings.timeouts)) {
    if (limit === undefined || limit > 0) continue
    throw new OptionError(`timeouts.${name}`, 'must be milliseconds above 0, or Infinity for none.')
  }
}

/** A name that is misspelt would make its rule do nothing, or let nothing through. */
function checkNames({ routes, tasks, rules }: RouterSettings): void {
  const known = new Set(routes.flatMap((route) => route.names))
  const check = (option: string, names: readonly string[] = []): void => {
    const stranger = names.find((name) => !known.has(name))
    if (stranger === undefined) return
    const choice = routes.map((route) => route.model).join(', ')
    throw new OptionError(option, `names "${stranger}", which is not among the models: ${choice}.`)
  }
  for (const [task, names] of Object.entries(tasks)) check(`tasks.${task}`, names)
  for (const [index, { prefer, only }] of rules.entries()) {
    check(`rules[${index}].prefer`, prefer)
    check(`rules[${index}].only`, only)
  }
}
