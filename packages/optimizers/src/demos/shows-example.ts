import { isDeepStrictEqual } from 'node:util'
import type { Demo, Predictor } from '@ockham/core'

/** Whether a demonstration was made from an example: they have the same inputs. */
export function showsExample({ signature }: Predictor, demo: Demo, example: object): boolean {
  const labels = new Map<string, unknown>(Object.entries(example))
  const shared = Object.keys(signature.inputs).filter((name) => name in demo && labels.has(name))
  return (
    shared.length > 0 && shared.every((name) => isDeepStrictEqual(demo[name], labels.get(name)))
  )
}
