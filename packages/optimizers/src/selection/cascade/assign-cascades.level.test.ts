import { Predict } from '@ockham/core'
import { OutcomeTable } from '@ockham/core/testing'
import { expect, it } from 'vitest'
import { seededRandom } from '../../random/random.ts'
import { shuffle } from '../../random/shuffle.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'

const size = 60
const tolerance = 0.1
const confidence = 0.8
const repetitions = 80

/** Two models that agree on a wrong answer just once too often to be adequate, and else are right or differ. */
function justInadequate(seed: number) {
  const places = shuffle(
    Array.from({ length: size }, (_, index) => index),
    seededRandom(seed),
  )
  const rows = places.map((place, example) => {
    const isWrong = place <= size * tolerance
    const differ = !isWrong && place % 3 === 0
    const both = isWrong ? 'wrong' : 'right'
    return {
      example,
      'one:answer': differ ? 'one thing' : both,
      'one:usd': 0.001,
      'two:answer': differ ? 'another' : both,
      'two:usd': 0.002,
      'strong:answer': 'right',
      'strong:usd': 0.1,
    }
  })
  return OutcomeTable.fromRows(rows, {
    example: 'example',
    label: { value: 'right' },
    answer: '{model}:answer',
    cost: '{model}:usd',
    models: ['one', 'two', 'strong'],
  })
}

it('a certificate of a cascade is wrong as rarely as it says, though the search chose it', async () => {
  let certified = 0
  let tested = 0
  for (let seed = 0; seed < repetitions; seed += 1) {
    const table = justInadequate(seed)
    const { report } = await new CheapestAdequate({
      metric: table.metric,
      models: [table.lm('one'), table.lm('two')],
      reference: table.lm('strong'),
      tolerance,
      confidence,
      assignment: 'cascade',
      seed,
    }).compile(new Predict('example -> answer'), { devset: table.devset() })
    if (report.candidates.some(({ evidence }) => evidence.length > 0)) tested += 1
    if (report.certified) certified += 1
  }
  // The search lets through what looked good on its third, which here is luck: it alone would be wrong that often.
  expect(tested / repetitions).toBeGreaterThan(0.4)
  expect(certified / repetitions).toBeLessThanOrEqual(1 - confidence)
}, 60_000)
