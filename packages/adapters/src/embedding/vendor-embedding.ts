import type { EmbeddingModel, EmbeddingResponse } from '@ockham/core'
import { estimateTokens } from '../catalog/estimate-tokens.ts'
import type { Priced } from '../catalog/priced.ts'
import { recordUnpriced } from '../catalog/unpriced-models.ts'
import { toLMError } from '../failure/to-lm-error.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { TimedCall } from '../timing/timed-call.ts'
import { baseURLOf } from '../vendor/base-url-of.ts'
import { connectionFor } from '../vendor/connection-for.ts'
import { failureContextFor } from '../vendor/failure-context-for.ts'
import { pricedOf } from '../vendor/priced-of.ts'
import { staysLocal } from '../vendor/stays-local.ts'
import { timeoutError } from '../vendor/timeout-error.ts'
import type { Connection } from '../vendor/vendor.ts'
import { resolveVendorOptions } from '../vendor/vendor-options.ts'
import { embeddingCost } from './embedding-cost.ts'
import { checkEmbeddingOptions, type EmbeddingOptions } from './embedding-options.ts'
import type {
  AskForEmbeddings,
  EmbeddingReply,
  EmbeddingRequest,
  EmbeddingVendor,
} from './embedding-vendor.ts'

const defaultTimeoutMs = 60_000
const never = Number.POSITIVE_INFINITY

/** One embedding model of a vendor; nothing is loaded or sent before the first call. */
export function vendorEmbedding(
  { vendor, encodingFormat: usual, connect, read }: EmbeddingVendor,
  modelName: string,
  options: EmbeddingOptions,
): EmbeddingModel {
  checkEmbeddingOptions(options)
  const { dimensions, timeoutMs, price, encodingFormat = usual, extra = {}, ...place } = options
  const totalMs = timeoutMs ?? (vendor.local ? undefined : defaultTimeoutMs)
  const resolved = resolveVendorOptions(
    {
      ...place,
      ...(totalMs !== undefined && { timeouts: { totalMs } }),
      ...(price && { price: { ...price, output: 0 } }),
    },
    vendor.local,
  )
  const model = `${vendor.provider}/${modelName}`
  const addressNow = (): string => baseURLOf(vendor, resolved) ?? ''
  const local = vendor.local && vendor.handsOn?.(modelName) !== true && staysLocal(addressNow())
  const priced = pricedOf(vendor, modelName, { local, price: resolved.price })
  let connected: { connection: Connection; ask: Promise<AskForEmbeddings> } | undefined

  function connection(): NonNullable<typeof connected> {
    if (connected) return connected
    const made = connectionFor(vendor, model, resolved)
    const started = { connection: made, ask: connect(made) }
    connected = started
    started.ask.catch(() => {
      // A failed import is tried again by the next call.
      if (connected === started) connected = undefined
    })
    return started
  }

  async function ask(
    request: EmbeddingRequest,
    signal: AbortSignal | undefined,
  ): Promise<EmbeddingReply> {
    const call = new TimedCall({
      timeouts: { firstTokenMs: never, idleMs: never, totalMs: resolved.timeouts.totalMs },
      signal,
      timeoutError: (phase, limitMs) => timeoutError({ model, vendor }, phase, limitMs),
    })
    const { connection: reached, ask: asking } = connection()
    try {
      const send = await call.untimed(() => asking)
      const reply = await call.wait(() => send(request, call.controller.signal))
      call.complete()
      return read(reply, request)
    } catch (error) {
      const facts = error instanceof VendorFailure ? error.facts : vendor.explain(error)
      throw toLMError(error, facts, failureContextFor({ vendor, model, modelName }, reached))
    } finally {
      call.close()
    }
  }

  return {
    model,
    dimensions,
    async embed(texts, { signal } = {}) {
      if (texts.length === 0) return { embeddings: [], inputTokens: 0, costUSD: 0 }
      const request = { name: model, model: modelName, texts, dimensions, encodingFormat, extra }
      return responseFrom(await ask(request, signal), texts, priced)
    },
    fingerprint: () => ({
      address: addressNow(),
      model: modelName,
      dimensions: dimensions ?? null,
      extra,
    }),
  }
}

function responseFrom(
  reply: EmbeddingReply,
  texts: readonly string[],
  priced: Priced,
): EmbeddingResponse {
  // A text always takes tokens: a server that reports none does not count at all.
  const inputTokens = reply.inputTokens || estimateTokens(texts)
  const costUSD = reply.costUSD ?? embeddingCost(priced, inputTokens)
  if (costUSD === null) recordUnpriced(priced.key.name)
  return { embeddings: reply.embeddings, inputTokens, costUSD }
}
