import { checkSeed } from '../options/check-seed.ts'
import { checkWholeNumber } from '../options/check-whole-number.ts'
import { derivedRandom } from '../random/derived-random.ts'
import { shuffle } from '../random/shuffle.ts'

/** What minibatches are drawn from. */
export interface MinibatchesOptions {
  /** Examples in the dataset. */
  datasetSize: number
  /** Examples in a minibatch. */
  minibatchSize: number
  seed: number
}

/**
 * Minibatches that go through the dataset in a new random order each epoch, as GEPA's do. A batch depends on
 * its number alone: to resume, keep the number. The last batch of an epoch is filled up with examples that the
 * epoch has shown least often; unlike GEPA's, with ones it does not hold yet, as long as there are any.
 */
export class Minibatches {
  private readonly options: MinibatchesOptions

  /** Throws `OptionError` when a size is below 1 or the seed is not a whole number. */
  constructor(options: MinibatchesOptions) {
    checkWholeNumber('datasetSize', options.datasetSize, 1)
    checkWholeNumber('minibatchSize', options.minibatchSize, 1)
    checkSeed(options.seed)
    this.options = options
  }

  /** The positions in the dataset of the examples of batch `index`, which counts from 0. */
  at(index: number): number[] {
    const { datasetSize, minibatchSize, seed } = this.options
    const batchesPerEpoch = Math.ceil(datasetSize / minibatchSize)
    const positions = Array.from({ length: datasetSize }, (_, position) => position)
    const order = shuffle(positions, derivedRandom(seed, Math.floor(index / batchesPerEpoch)))
    const start = (index % batchesPerEpoch) * minibatchSize
    const places = Array.from({ length: minibatchSize }, (_, offset) => start + offset)
    return places.flatMap((place) => order[place % datasetSize] ?? [])
  }
}
