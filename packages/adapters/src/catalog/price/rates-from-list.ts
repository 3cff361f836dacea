import type { ModelPrice, TieredPrices } from '@pydantic/genai-prices'
import type { Rates } from './rates.ts'

/** The list's own record as rates; undefined when it does not price both input and output. */
export function ratesFromList(prices: ModelPrice): Rates | undefined {
  const {
    input_mtok: input,
    output_mtok: output,
    cache_read_mtok: cachedInput,
    cache_write_mtok: cacheWrite,
    cache_write_1h_mtok: longCacheWrite,
    output_reasoning_mtok: reasoning,
    input_audio_mtok: audioInput,
    output_audio_mtok: audioOutput,
    requests_kcount: requests,
  } = prices
  if (input === undefined || output === undefined) return undefined
  const request = requests === undefined ? {} : { request: first(requests) / 1000 }
  const writes = { cacheWrite, longCacheWrite }
  return { input, output, cachedInput, ...writes, reasoning, audioInput, audioOutput, ...request }
}

function first(price: number | TieredPrices): number {
  return typeof price === 'number' ? price : price.base
}
