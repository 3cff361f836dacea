import type { Rates } from './rates.ts'

/** True for rates that no count of tokens makes dearer than nothing. */
export function isFree({ input, output, request = 0, ...others }: Rates): boolean {
  return [input, output, request, ...Object.values(others)].every((rate = 0) => rate === 0)
}
