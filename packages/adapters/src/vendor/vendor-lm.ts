import {
  type JSONValue,
  type LM,
  type LMCapabilities,
  type LMConfig,
  type LMRequest,
  type LMResponse,
  type LMStreamEvent,
  LMUnexpectedError,
} from '@ockham/core'
import { lmCapabilities } from '../catalog/capabilities/lm-capabilities.ts'
import { maxCostUSD } from '../catalog/max-cost-usd.ts'
import { accountOf } from './account-of.ts'
import { baseURLOf } from './base-url-of.ts'
import type { CallPlan, Connected } from './call-plan.ts'
import { checkedBy } from './configuration-problem.ts'
import { connectionFor } from './connection-for.ts'
import { mergeConfig } from './merge-config.ts'
import { pricedOf } from './priced-of.ts'
import { replyEvents } from './reply-events.ts'
import { staysLocal } from './stays-local.ts'
import type { Vendor } from './vendor.ts'
import {
  type ResolvedVendorOptions,
  resolveVendorOptions,
  type VendorOptions,
} from './vendor-options.ts'

/** The LM of one model of a vendor; nothing is loaded or sent before the first call. */
export function vendorLM(vendor: Vendor, modelName: string, options: VendorOptions): LM {
  const model = `${vendor.provider}/${modelName}`
  const resolved = resolveVendorOptions(options, vendor.local)
  const local = isLocal(vendor, modelName, resolved)
  const priced = pricedOf(vendor, modelName, { local, price: resolved.price })
  const tellsThoughts = vendor.tellsThoughts?.(modelName) === true
  const wire = { key: priced.key, capabilities: vendor.capabilities, tellsThoughts }
  let capabilities: LMCapabilities | undefined
  let connected: Connected | undefined

  function connect(): Connected {
    if (connected) return connected
    const connection = connectionFor(vendor, model, resolved)
    const started: Connected = { connection, ask: vendor.connect(connection) }
    connected = started
    started.ask.then(
      (ask) => {
        started.ready = ask
      },
      () => {
        // A failed import is tried again by the next call.
        if (connected === started) connected = undefined
      },
    )
    return started
  }

  function events(
    request: LMRequest,
    { streamed, watched }: Pick<CallPlan, 'streamed' | 'watched'>,
  ): AsyncGenerator<LMStreamEvent, void> {
    const config = mergeConfig(resolved.config, request.config)
    const { timeouts } = resolved
    return replyEvents({
      vendor,
      model,
      modelName,
      priced,
      timeouts,
      request,
      config,
      streamed,
      watched,
      connect,
    })
  }

  const lm: LM = {
    model,
    local,
    get account() {
      return accountOf(vendor, resolved)
    },
    // The catalog is loaded when they are first asked for.
    get capabilities() {
      capabilities ??= lmCapabilities(wire)
      return capabilities
    },
    generate(request) {
      const streamed = vendor.generateStreams
      return onlyResponse(model, events(request, { streamed, watched: false }), streamed)
    },
    stream: (request) => events(request, { streamed: true, watched: true }),
    maxCostUSD({ messages, config }) {
      const merged = mergeConfig(resolved.config, config)
      const { defaultMaxTokens: maxTokens } = vendor
      const sent = maxTokens === undefined ? merged : { maxTokens, ...merged }
      return maxCostUSD(priced, messages, sent)
    },
    fingerprint({ messages, config }) {
      const merged = mergeConfig(resolved.config, config)
      const body = vendor.body({ model: modelName, messages, config: merged, streamed: false })
      // Some vendors take the model in the address. What goes onto the wire as JSON is JSON.
      return {
        provider: vendor.provider,
        address: baseURLOf(vendor, resolved) ?? '',
        model: modelName,
        body: body as JSONValue,
        ...offWire(merged),
      }
    },
  }
  return checkedBy(lm, () => connected ?? connectionFor(vendor, model, resolved))
}

function isLocal(vendor: Vendor, model: string, options: ResolvedVendorOptions): boolean {
  return (
    vendor.local && vendor.handsOn?.(model) !== true && staysLocal(baseURLOf(vendor, options) ?? '')
  )
}

/** What tells requests apart although it never reaches the vendor. */
function offWire({ rolloutId, sensitivity }: LMConfig): { [name: string]: JSONValue } {
  return { rolloutId: rolloutId ?? null, sensitivity: sensitivity ?? null }
}

/** The reply of a call that nobody watches; after a stream the connection is given time to end. */
async function onlyResponse(
  model: string,
  events: AsyncGenerator<LMStreamEvent, void>,
  streamed: boolean,
): Promise<LMResponse> {
  const { value: event } = await events.next()
  const end = events.next()
  if (streamed) await end
  if (event?.type === 'finish') return event.response
  throw new LMUnexpectedError(`${model}: the stream ended without a finish event.`, { model })
}
