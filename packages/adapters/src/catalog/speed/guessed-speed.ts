import type { ModelSpeed } from './model-speed.ts'

// Orders of magnitude, not measurements of anyone: small models answer at once and fast, models that think
// or are large take seconds. Hosts with hardware of their own are several times as fast.
const light = { firstTokenMs: 500, tokensPerSecond: 150, measured: false }
const middle = { firstTokenMs: 900, tokensPerSecond: 70, measured: false }
const heavy = { firstTokenMs: 2500, tokensPerSecond: 40, measured: false }
const swiftHostFactor = 5

const lightName =
  /nano|mini(?!max)|flash|haiku|lite|small|tiny|instant|micro|(?<!non-)fast|(?<![\d.])(?:[1-9]|1[0-4])b(?!\w)/
const heavyName =
  /opus|(?<![a-z])pro(?![a-z])|large|ultra|(?<!non-)reason|thinking|research|(?<![a-z])[or][13](?!\d)|\d{3}b|heavy|max(?![a-z])/
const local = /^(?:ollama|lm_studio|llamafile)\//
const swiftHost = /^(?:groq|cerebras)\//

/** How fast a model may be, by nothing but its name. */
export function guessedSpeed(name: string): ModelSpeed {
  const lower = name.toLowerCase()
  if (lower.startsWith('embedded/')) return { ...light, firstTokenMs: 1, tokensPerSecond: 10_000 }
  if (local.test(lower)) return { ...middle, tokensPerSecond: 30 }
  const speed = lightName.test(lower) ? light : heavyName.test(lower) ? heavy : middle
  if (!swiftHost.test(lower)) return speed
  return { ...speed, tokensPerSecond: speed.tokensPerSecond * swiftHostFactor }
}
