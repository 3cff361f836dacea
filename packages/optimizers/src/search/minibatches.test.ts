import { OptionError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { Minibatches } from './minibatches.ts'

function batches(options: { datasetSize: number; minibatchSize: number }, count: number) {
  const minibatches = new Minibatches({ ...options, seed: 5 })
  return Array.from({ length: count }, (_, index) => minibatches.at(index))
}

describe('Minibatches', () => {
  it('shows every example once in an epoch that the batches divide', () => {
    const epoch = batches({ datasetSize: 12, minibatchSize: 3 }, 4).flat()
    expect(epoch.toSorted((one, other) => one - other)).toEqual([...Array(12).keys()])
  })

  it('shuffles each epoch anew', () => {
    const all = batches({ datasetSize: 12, minibatchSize: 3 }, 8).flat()
    expect(all.slice(0, 12)).not.toEqual(all.slice(12))
  })

  it('fills the last batch of an epoch up with examples it does not hold, none shown more than twice', () => {
    for (const [datasetSize, minibatchSize] of [
      [10, 3],
      [4, 3],
      [7, 5],
    ] as const) {
      const epoch = batches({ datasetSize, minibatchSize }, Math.ceil(datasetSize / minibatchSize))
      for (const batch of epoch) {
        expect(batch).toHaveLength(minibatchSize)
        expect(new Set(batch).size).toBe(minibatchSize)
      }
      const times = [...Array(datasetSize).keys()].map(
        (position) => epoch.flat().filter((other) => other === position).length,
      )
      expect(Math.min(...times)).toBe(1)
      expect(Math.max(...times)).toBe(2)
    }
  })

  it('repeats examples evenly when the dataset is smaller than a batch', () => {
    const [batch = []] = batches({ datasetSize: 2, minibatchSize: 5 }, 1)
    expect(batch).toHaveLength(5)
    expect(batch.filter((position) => position === 0).length).toBeGreaterThanOrEqual(2)
    expect(batch.filter((position) => position === 1).length).toBeGreaterThanOrEqual(2)
  })

  it('gives a batch by its number alone, so that a run resumes where it stopped', () => {
    const options = { datasetSize: 10, minibatchSize: 3, seed: 2 }
    const through = new Minibatches(options)
    const before = Array.from({ length: 9 }, (_, index) => through.at(index))
    expect(new Minibatches(options).at(8)).toEqual(before[8])
  })

  it('refuses sizes that make no batch', () => {
    const options = { datasetSize: 3, minibatchSize: 3, seed: 0 }
    expect(() => new Minibatches({ ...options, datasetSize: 0 })).toThrow(OptionError)
    expect(() => new Minibatches({ ...options, minibatchSize: 0 })).toThrow(OptionError)
    expect(() => new Minibatches({ ...options, seed: 0.5 })).toThrow(OptionError)
  })
})
