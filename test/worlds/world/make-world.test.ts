import { expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { readParcels } from '../lexicon/parcel.ts'
import { world1 } from '../world-1.ts'
import { world2 } from '../world-2.ts'
import { makeWorld } from './make-world.ts'
import type { Answer, Row } from './world.ts'

function marksOf({ note }: Row): string {
  return readParcels(note)[0]?.words.toSorted().join() ?? ''
}

test.each([world1, world2])('the splits of world $name have no parcel in common', (parameters) => {
  const { trainset, valset, testset } = makeWorld(parameters, 5)
  const rows = [...trainset, ...valset, ...testset]
  expect([trainset.length, valset.length, testset.length]).toEqual([60, 60, 200])
  expect(new Set(rows.map(marksOf)).size).toBe(rows.length)
  expect(new Set(rows.map(({ note }) => readParcels(note)[0]?.id)).size).toBe(rows.length)
})

test('the same seed makes the same world, and another one another', () => {
  const rows = (seed: number): readonly Row[] => makeWorld(world1, seed).trainset
  expect(rows(1)).toEqual(rows(1))
  expect(rows(1).map(({ answer }) => answer)).not.toEqual(rows(2).map(({ answer }) => answer))
})

test('every rule of a world is needed by some of its rows', () => {
  const world = makeWorld(world1, 5)
  const [predictor] = world.oracleProgram().predictors()
  const rules = predictor?.signature.instructions.match(/For .* write .*\./g) ?? []
  expect(rules).toHaveLength(8)
  for (const rule of rules) {
    const mark = /For (.*),/.exec(rule)?.[1] ?? 'none'
    expect(world.trainset.some(({ note }) => note.includes(mark))).toBe(true)
  }
})

test('the feedback names the first part at fault and what is right there', async () => {
  const world = makeWorld(world2, 5)
  const [row] = world.testset
  if (row === undefined) throw new Error('The world is empty.')
  const wrong = 'Parcel 1120: T9, T9'
  const prediction = { stamps: wrong, desks: wrong, answer: wrong }
  // The metric looks at the fields only.
  const result = await world.feedbackMetric(row, prediction as Parameters<typeof world.metric>[1])
  expect(result).toMatchObject({
    score: 0,
    feedback: expect.stringContaining('at fault is extract'),
  })
  expect(result).toMatchObject({ feedback: expect.stringMatching(/Right for parcel \d+: [A-Z]\d/) })
})

test('shuffled labels are the same answers at the wrong rows', () => {
  const { trainset, shuffledLabels } = makeWorld(world1, 5)
  const words = (rows: readonly Row[]): string[] =>
    rows.map(({ answer }) => answer.replace(/.*: /, '')).toSorted()
  const right = new Map<string, Answer>(trainset.map((row) => [row.note, row]))
  const kept = shuffledLabels.filter(({ note, answer }) => right.get(note)?.answer === answer)
  expect(words(shuffledLabels)).toEqual(words(trainset))
  expect(kept.length).toBeLessThan(10)
})

test('the parameters are those that were frozen before any optimizer was tuned', () => {
  // A change here voids the figures of every measurement; say so where they are published.
  expect([world1, world2].map((world) => chance(JSON.stringify(world)))).toMatchInlineSnapshot(`
    [
      0.0000734988134354353,
      0.6977212431374937,
    ]
  `)
})
