import { modelKey } from '../name/model-key.ts'
import { guessedSpeed } from './guessed-speed.ts'
import type { ModelSpeed } from './model-speed.ts'
import { speeds } from './speeds.ts'

/**
 * How fast `provider/model` answers: as `recordSpeed` was told in this process, or else, with
 * `measured: false`, a guess from its name: small before middle before large and thinking models.
 */
export function speedOf(name: string): ModelSpeed {
  const place = modelKey(name)?.name ?? name
  return speeds.get(place) ?? guessedSpeed(place)
}
