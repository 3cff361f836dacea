import { type LM, Predict } from '@ockham/core'
import { expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../../__fixtures__/quiz.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import type { Certificate } from './certificate.ts'
import { certificateText } from './certificate-text.ts'

const certificate: Omit<Certificate, 'text'> = {
  kind: 'devset',
  candidate: 'test/small',
  choice: { self: 'test/small' },
  requirement: { floor: 0.85 },
  confidence: 0.95,
  method: 'exact',
  evaluated: 211,
  devsetSize: 1319,
  meanScore: 0.9431,
  interval: [0.9, 0.97],
  costPerExampleUSD: 0.000102,
  snapshots: {},
  issuedAt: '2026-11-21',
  expiresAt: '2026-12-21',
}

it('says in one sentence what holds of a devset, how surely, and on what that rests', () => {
  expect(certificateText(certificate)).toBe(
    'On the 1,319 examples of this devset, and no others, with 95 % confidence, test/small scores at least 0.85 on ' +
      'average, and costs $0.102 per 1,000; 211 were run, with a mean of 0.943; issued 2026-11-21, expires 2026-12-21.',
  )
})

it('never says of a devset what it says of a population', () => {
  const text = certificateText({
    ...certificate,
    kind: 'population',
    method: 'approximate',
    requirement: { reference: 'test/large', tolerance: 0.02 },
    referenceCostPerExampleUSD: 0.00102,
    latency: { milliseconds: 2000, share: 0.95 },
  })
  expect(text).toBe(
    'On future examples like the 1,319 of the devset, with 95 % confidence (approximate), test/small scores at most ' +
      '0.02 below test/large on average, takes at most 2,000 ms on 95 % of them, and costs $0.102 per 1,000, 10 % of ' +
      "the reference's price; 211 were run, with a mean of 0.943; issued 2026-11-21, expires 2026-12-21.",
  )
})

it('names the snapshots that answered, and when it was issued and expires', async () => {
  const small = quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 1 })
  const dated: LM = {
    ...small,
    generate: async (request) => ({ ...(await small.generate(request)), model: 'test/small-0815' }),
  }
  const optimizer = new CheapestAdequate({
    metric: isRight,
    models: [dated],
    floor: 0.8,
    validDays: 7,
  })
  const date = new Date('2026-11-21T12:00:00Z')
  const { report } = await optimizer.compile(new Predict('question -> answer'), {
    devset: quiz(60),
    date,
  })
  expect(report.certificate).toMatchObject({
    kind: 'devset',
    candidate: 'test/small',
    snapshots: { 'test/small': ['test/small-0815'] },
    issuedAt: '2026-11-21',
    expiresAt: '2026-11-28',
  })
})

it('is not there where nothing was certified', async () => {
  const models = [quizLM({ model: 'test/small', accuracy: 0.5 })]
  const optimizer = new CheapestAdequate({ metric: isRight, models, floor: 0.8 })
  const { report } = await optimizer.compile(new Predict('question -> answer'), {
    devset: quiz(60),
  })
  expect(report.certificate).toBeUndefined()
})
