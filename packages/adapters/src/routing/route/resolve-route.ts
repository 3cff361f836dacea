import {
  type Budget,
  budgeted,
  Governor,
  type LM,
  type LMCapabilities,
  OptionError,
} from '@ockham/core'
import { lm as lmByName } from '../../lm.ts'
import { deploymentOf } from '../health/deployment.ts'
import type { RouterOptions } from '../router-options.ts'
import { atPrice } from './at-price.ts'
import { capabilitiesOf } from './capabilities-of.ts'
import type { Route } from './route.ts'
import type { RouteOptions } from './route-options.ts'

/** A model of a router's list as a route; throws `OptionError` for what is neither LM nor model string. */
export function resolveRoute(
  entry: LM | string | RouteOptions,
  index: number,
  options: Pick<RouterOptions, 'quality' | 'limits'>,
  budget: Budget | undefined,
): Route {
  const own: RouteOptions = isRouteOptions(entry) ? entry : { model: entry }
  if (typeof own.model !== 'string' && !isLM(own.model)) {
    throw new OptionError(
      `models[${index}]`,
      'must be an LM, a model string, or { model } of either.',
    )
  }
  const { price } = own
  const lm = typeof own.model === 'string' ? lmByName(own.model, price ? { price } : {}) : own.model
  const asked = price ? atPrice(lm, price) : lm
  const names = typeof own.model === 'string' ? [lm.model, own.model] : [lm.model]
  const quality = own.quality ?? named(options.quality, names)
  if (quality !== undefined && !(quality >= 0 && quality <= 1)) {
    throw new OptionError(`quality of ${lm.model}`, 'must be from 0 to 1.')
  }
  const limits = own.limits ?? options.limits
  const local = lm.local ?? false
  const told = { ...toldBy(lm), ...own.capabilities }
  let capabilities: LMCapabilities | undefined
  return {
    lm: budget ? budgeted(asked, budget) : asked,
    origin: lm,
    model: lm.model,
    names,
    provider: lm.model.split('/', 1)[0] ?? lm.model,
    local,
    quality,
    clearance: own.clearance,
    price,
    told,
    // The catalog takes a while to load, so it is asked only when a request calls for it.
    get capabilities() {
      capabilities ??= { ...capabilitiesOf(lm.model, told), ...own.capabilities }
      return capabilities
    },
    // It is the deployment's governor that learns what the provider can take; this one only keeps the limits.
    governor: limits && new Governor({ ...limits, adaptive: false }),
    maxWaitMs: limits?.maxWaitMs ?? Number.POSITIVE_INFINITY,
    deployment: deploymentOf(lm),
  }
}

/** What an LM that tells its capabilities leaves out of these, it cannot do. */
function toldBy({ capabilities }: LM): LMCapabilities {
  return capabilities ? { jsonSchema: false, tools: false, ...capabilities } : {}
}

function named(values: RouterOptions['quality'], names: readonly string[]): number | undefined {
  const name = names.find((each) => values && Object.hasOwn(values, each))
  return name === undefined ? undefined : values?.[name]
}

function isRouteOptions(entry: LM | string | RouteOptions): entry is RouteOptions {
  return typeof entry === 'object' && !isLM(entry)
}

function isLM(value: LM | RouteOptions): value is LM {
  return 'generate' in value && 'stream' in value
}
