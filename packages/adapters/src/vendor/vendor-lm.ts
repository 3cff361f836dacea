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
import type { CallPlan } from './call-plan.ts'
import { checkedBy } from './configuration-problem.ts'
import { connectionFor } from './connection-for.ts'
import { mergeConfig } from './merge-config.ts'
import { pricedOf } from './priced-of.ts'
import { replyEvents } from './reply-events.ts'
import { staysLocal } from './stays-local.ts'
import type { Ask, Connection, Vendor } from './vendor.ts'
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
  let connected: { connection: Connection; ask: Promise<Ask> } | undefined

  function connect(): { connection: Connection; ask: Promise<Ask> } {
    if (connected) return connected
    const connection = connectionFor(vendor, model, resolved)
    const started = { connection, ask: vendor.connect(connection) }
    connected = started
    // A failed import is tried again by the next call.
    started.ask.catch(() => {
      if (connected === started) connected = undefined
    })
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
    generate: (request) =>
      lastResponse(model, events(request, { streamed: vendor.generateStreams, watched: false })),
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

async function lastResponse(
  model: string,
  events: AsyncIterable<LMStreamEvent>,
): Promise<LMResponse> {
  let response: LMResponse | undefined
  for await (const event of events) if (event.type === 'finish') response = event.response
  if (response) return response
  throw new LMUnexpectedError(`${model}: the stream ended without a finish event.`, { model })
}
