import type { Confidence } from './confidence.ts'
import { readField } from './read-field.ts'
import { resolveThreshold } from './resolve-threshold.ts'

const leadingNumber = /^\D{0,3}?(\d+(?:\.\d+)?|\.\d+)\s*(%?)/

/**
 * Takes the model's word: a number that it writes into an output field, as `0.9`, `90%` or `90`. A reply
 * without the field counts 0. The threshold is 0.8 by default.
 */
export function fieldConfidence(name: string, options: { threshold?: number } = {}): Confidence {
  return {
    threshold: resolveThreshold(options.threshold, 0.8),
    judge({ response }) {
      const text = readField(response.outputs[0]?.text ?? '', name)
      const confidence = text === undefined ? undefined : share(text)
      if (confidence === undefined) return { confidence: 0, reason: `no number in field ${name}` }
      return { confidence, reason: `field ${name}` }
    },
  }
}

/** A number above 1 is taken as a percentage. */
function share(text: string): number | undefined {
  const [, digits, percent] = leadingNumber.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const value = Number(digits)
  return Math.min(1, percent || value > 1 ? value / 100 : value)
}
