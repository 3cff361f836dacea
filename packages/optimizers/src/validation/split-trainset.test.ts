import { expect, test } from 'vitest'
import { quiz } from '../__fixtures__/quiz.ts'
import { splitTrainset } from './split-trainset.ts'

const trainset = quiz(10)

test('a part of the trainset is held back, and what is no role is left out', () => {
  const given = { trainset, checkpoint: 'run.jsonl', signal: AbortSignal.abort() }
  const split = splitTrainset(given, { part: 0.2, seed: 0 })
  expect(Object.keys(split).toSorted()).toEqual(['trainset', 'valset'])
  expect([split.trainset.length, split.valset.length]).toEqual([8, 2])
  expect(new Set([...split.trainset, ...split.valset])).toEqual(new Set(trainset))
  const whole = splitTrainset(
    { ...given, valset: quiz(3), testset: quiz(2) },
    { part: 0.2, seed: 0 },
  )
  expect(Object.keys(whole).toSorted()).toEqual(['testset', 'trainset', 'valset'])
})
