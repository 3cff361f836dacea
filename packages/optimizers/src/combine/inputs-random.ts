import { type Random, seededRandom } from '../random/random.ts'
import { fingerprint } from '../run/fingerprint.ts'

const seedBytes = 6

/** The random stream of some inputs: it depends on the seed and on them alone. */
export function inputsRandom(seed: number, inputs: object): Random {
  const hash = Buffer.from(fingerprint(seed, inputs), 'base64url')
  return seededRandom(hash.readUIntBE(0, seedBytes))
}
