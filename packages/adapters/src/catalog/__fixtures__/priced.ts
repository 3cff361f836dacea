import { modelKey } from '../name/model-key.ts'
import type { Priced } from '../priced.ts'

/** A model as `vendorLM` would have it priced. */
export function priced(name: string, more: Partial<Priced> = {}): Priced {
  const key = modelKey(name)
  if (!key) throw new Error(`"${name}" is not provider/model.`)
  return { key, local: key.provider.local === true, ...more }
}
