import type { ModelSpeed } from './model-speed.ts'

// Orders of magnitude, not measurements of anyone: small models answer at once and fast, models that think
// or are large take seconds. Hosts with hardware of their own are several times as fast.
const light = { firstTokenMs: 500, tokensPerSecond: 150, measured: false }
const middle = { firstTokenMs: 900, tokensPerSecond: 70, measured: false }
const heavy = { firstTokenMs: 2500, tokensPerSecond: 40, measured: false }
const onThisMachine = { firstTokenMs: 1000, tokensPerSecond: 30, measured: false }
const inThisProcess = { firstTokenMs: 1, tokensPerSecond: 10_000, measured: false }
const swiftHostFactor = 5

const lightWords = /^(?:nano|mini|flash|haiku|lite|small|tiny|instant|micro|fast)$/
const heavyWords =
  /^(?:opus|pro|large|ultra|reasoner|reasoning|thinking|research|heavy|max|[or][13])$/
const mostLightBillions = 14
const fewestHeavyBillions = 100

/** How fast a model may be, by nothing but its name. */
export function guessedSpeed(name: string): ModelSpeed {
  const [provider = '', ...words] = name.toLowerCase().split(/[^a-z0-9.]+/)
  if (provider === 'embedded') return inThisProcess
  if (/^(?:ollama|lm|llamafile)$/.test(provider)) return onThisMachine
  const speed = ofModel(words)
  if (provider !== 'groq' && provider !== 'cerebras') return speed
  return { ...speed, tokensPerSecond: speed.tokensPerSecond * swiftHostFactor }
}

function ofModel(words: readonly string[]): ModelSpeed {
  const billions = Number(words.map((word) => /^(\d+(?:\.\d+)?)b$/.exec(word)?.[1]).find(Boolean))
  const thinks = words.some((word, at) => heavyWords.test(word) && words[at - 1] !== 'non')
  if (words.some((word) => lightWords.test(word)) || billions <= mostLightBillions) return light
  return thinks || billions >= fewestHeavyBillions ? heavy : middle
}
