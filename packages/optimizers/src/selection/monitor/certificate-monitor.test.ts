import { OptionError, Predict, StateError } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { isRight, quiz, quizLM } from '../../__fixtures__/quiz.ts'
import { type Random, seededRandom } from '../../random/random.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { CheapestAdequate } from '../cheapest-adequate.ts'
import { CertificateMonitor } from './certificate-monitor.ts'
import type { MonitorState } from './monitor-state.ts'
import type { ProductionScore } from './production-score.ts'

const day = new Date('2026-03-05T12:00:00Z')

function certificateOf(changes: Partial<Certificate> = {}): Certificate {
  return {
    kind: 'devset',
    text: 'On the 400 examples of this devset …',
    candidate: 'vendor/small',
    choice: { self: 'vendor/small' },
    requirement: { floor: 0.9 },
    confidence: 0.95,
    method: 'exact',
    evaluated: 120,
    devsetSize: 400,
    meanScore: 0.95,
    interval: [0.9, 0.98],
    costPerExampleUSD: 0.001,
    snapshots: { 'vendor/small': ['small-2026-01-10'] },
    issuedAt: '2026-03-01',
    expiresAt: '2026-03-31',
    ...changes,
  }
}

const compared = certificateOf({ requirement: { reference: 'vendor/large', tolerance: 0.05 } })
const timed = certificateOf({ latency: { milliseconds: 2000, share: 0.95 } })

function hit(rate: number, random: Random): number {
  return random.next() < rate ? 1 : 0
}

/** Observes as many samples as it is told, or as it takes to an alarm; returns how many. */
function observeAll(
  monitor: CertificateMonitor,
  count: number,
  next: () => Omit<ProductionScore, 'date'>,
): number {
  for (let seen = 0; seen < count; seen += 1) {
    if (!monitor.observe({ date: day, ...next() }).holds) return seen + 1
  }
  return count
}

describe('CertificateMonitor', () => {
  it('takes the certificate that a selection has made, and holds while scores are as they were', async () => {
    const small = quizLM({ model: 'test/small', costUSD: 0.01, accuracy: 0.95 })
    const { report } = await new CheapestAdequate({
      metric: isRight,
      models: [small],
      floor: 0.85,
    }).compile(new Predict('question -> answer'), { devset: quiz(200), date: day })
    if (!report.certificate) expect.fail('is certified')
    const monitor = new CertificateMonitor(report.certificate)
    const random = seededRandom(1)
    observeAll(monitor, 3000, () => ({ score: hit(0.95, random), served: 'test/small' }))
    expect(monitor.status).toMatchObject({ holds: true, reasons: [], observed: 3000 })
    expect(monitor.status.meanScore).toBeCloseTo(0.95, 1)
    expect(monitor.status.evidence).toBeLessThan(1)
  })

  it('knows nothing, and so holds, before the first score', () => {
    const { status } = new CertificateMonitor(certificateOf())
    expect(status).toEqual({ holds: true, reasons: [], observed: 0, meanScore: 0, evidence: 0 })
  })

  it('says that scores have fallen below the floor, how many spoke against it, and what to do', () => {
    const monitor = new CertificateMonitor(certificateOf())
    const random = seededRandom(1)
    expect(observeAll(monitor, 1000, () => ({ score: hit(0.96, random) }))).toBe(1000)
    const delay = observeAll(monitor, 5000, () => ({ score: hit(0.8, random) }))
    expect(delay).toBeLessThan(500)
    const { reasons, observed, meanScore, evidence } = monitor.status
    expect(reasons).toMatchObject([{ kind: 'score', observed, meanScore }])
    expect(reasons[0]?.text).toContain('has fallen below 0.9')
    expect(reasons[0]?.text).toContain('choose again with CheapestAdequate')
    expect(observed).toBe(1000 + delay)
    expect(evidence).toBeGreaterThanOrEqual(1)
  })

  it('compares with the reference on the same inputs, however hard they are', () => {
    const pairs = (rate: number, random: Random) => (): Omit<ProductionScore, 'date'> => {
      const isHard = random.next() < 0.6
      return { score: isHard ? 0 : hit(rate, random), referenceScore: isHard ? 0 : 1 }
    }
    const good = new CertificateMonitor(compared)
    const bad = new CertificateMonitor(compared)
    const hard = pairs(0.99, seededRandom(4))
    expect(observeAll(good, 3000, hard)).toBe(3000)
    expect(good.status.meanScore).toBeLessThan(0.45)
    expect(observeAll(bad, 3000, pairs(0.6, seededRandom(4)))).toBeLessThan(1000)
    expect(bad.status.reasons[0]?.text).toContain('more than 0.05 below that of vendor/large')
    expect(bad.status.reasons[0]?.text).toContain('use vendor/large meanwhile')
  })

  it('says that too few requests are done in time, where the certificate has a latency', () => {
    const monitor = new CertificateMonitor(timed)
    const random = seededRandom(6)
    const timing = (slow: number) => (): Omit<ProductionScore, 'date'> => ({
      score: 1,
      durationMs: hit(slow, random) === 1 ? 5000 : 900,
    })
    expect(observeAll(monitor, 3000, timing(0.02))).toBe(3000)
    expect(observeAll(monitor, 3000, timing(0.2))).toBeLessThan(300)
    expect(monitor.status.reasons.map(({ kind }) => kind)).toEqual(['latency'])
    expect(monitor.status.reasons[0]?.text).toContain(
      'Less than 95 % of requests now take at most 2,000 ms',
    )
  })

  it('counts what took just the limit as in time, and what never ended as late', () => {
    const prompt = new CertificateMonitor(timed)
    expect(observeAll(prompt, 1000, () => ({ score: 1, durationMs: 2000 }))).toBe(1000)
    const late = new CertificateMonitor(timed)
    const durationMs = Number.POSITIVE_INFINITY
    expect(observeAll(late, 1000, () => ({ score: 1, durationMs }))).toBeLessThan(10)
  })

  it('raises false alarms as rarely as promised, also when it tests scores and latency', () => {
    const random = seededRandom(8)
    const averageRunLength = 30
    // Near one half false alarms are hardly rarer than promised.
    const floor = certificateOf({ requirement: { floor: 0.5 } })
    for (const certificate of [floor, { ...floor, latency: { milliseconds: 2000, share: 0.5 } }]) {
      const lengths = Array.from({ length: 2000 }, () => {
        const monitor = new CertificateMonitor(certificate, { averageRunLength })
        return observeAll(monitor, 1e4, () => ({
          score: hit(0.5, random),
          durationMs: hit(0.5, random) === 1 ? 0 : 9999,
        }))
      })
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
      expect(mean).toBeGreaterThan(averageRunLength)
    }
  })

  it('says at once when a model answers that the certificate does not know', () => {
    const monitor = new CertificateMonitor(certificateOf())
    expect(monitor.observe({ score: 1, served: 'small-2026-01-10', date: day }).holds).toBe(true)
    const served = ['small-2026-01-10', 'small-2026-03-02', 'small-2026-03-04']
    const { holds, reasons } = monitor.observe({ score: 1, served, date: day })
    expect(holds).toBe(false)
    expect(reasons).toMatchObject([{ kind: 'snapshot', served: 'small-2026-03-02' }])
    expect(reasons[0]?.text).toContain('is about small-2026-01-10')
  })

  it('takes any of the models that answered when it was certified', () => {
    const snapshots = { 'vendor/small': ['s-1', 's-2'], 'vendor/large': ['l-1'] }
    const monitor = new CertificateMonitor(certificateOf({ snapshots }))
    expect(monitor.observe({ score: 1, served: ['s-2', 'l-1'], date: day }).holds).toBe(true)
  })

  it('holds up to the end of its last day, and not after', () => {
    const monitor = new CertificateMonitor(certificateOf())
    const last = new Date('2026-03-31T23:59:59Z')
    expect(monitor.observe({ score: 1, date: last }).holds).toBe(true)
    const { reasons } = monitor.observe({ score: 1, date: new Date('2026-04-01T00:00:00Z') })
    expect(reasons).toMatchObject([{ kind: 'expired', expiresAt: '2026-03-31' }])
    expect(reasons[0]?.text).toContain('expired on 2026-03-31')
  })

  it('looks at the date of today where none is given', () => {
    const past = new CertificateMonitor(certificateOf({ expiresAt: '2020-01-01' }))
    expect(past.observe({ score: 1 }).reasons).toMatchObject([{ kind: 'expired' }])
    const future = new CertificateMonitor(certificateOf({ expiresAt: '9999-01-01' }))
    expect(future.observe({ score: 1 }).holds).toBe(true)
  })

  it('keeps an alarm, tells each kind once, and adds others as they come', () => {
    const monitor = new CertificateMonitor(certificateOf(), { averageRunLength: 100 })
    observeAll(monitor, 1000, () => ({ score: 0 }))
    for (let seen = 0; seen < 500; seen += 1) monitor.observe({ score: 1, date: day })
    monitor.observe({ score: 1, served: 'other', date: day })
    monitor.observe({ score: 1, served: 'third', date: day })
    expect(monitor.status.reasons.map(({ kind }) => kind)).toEqual(['score', 'snapshot'])
    expect(monitor.status.holds).toBe(false)
  })

  it('keeps what it has told apart from what comes later', () => {
    const monitor = new CertificateMonitor(certificateOf())
    const before = monitor.status
    monitor.observe({ score: 1, served: 'other', date: day })
    expect(before.reasons).toEqual([])
  })

  it.each([
    { name: 'a floor', certificate: certificateOf() },
    { name: 'a reference', certificate: compared },
    { name: 'a latency', certificate: timed },
  ])('goes on from its state as JSON as if it had never stopped: $name', ({ certificate }) => {
    const options = { averageRunLength: 5000 }
    const whole = new CertificateMonitor(certificate, options)
    let parted = new CertificateMonitor(certificate, options)
    const random = seededRandom(9)
    for (let seen = 0; seen < 400; seen += 1) {
      const sample = {
        score: hit(0.8, random),
        referenceScore: 1,
        durationMs: 3000 * random.next(),
        date: day,
      }
      expect(parted.observe(sample)).toEqual(whole.observe(sample))
      const state: MonitorState = JSON.parse(JSON.stringify(parted.state))
      const read: Certificate = JSON.parse(JSON.stringify(certificate))
      parted = new CertificateMonitor(read, { ...options, state })
    }
    expect(whole.status.holds).toBe(false)
    expect(parted.state).toEqual(whole.state)
  })

  it.each([
    { option: 'score', certificate: certificateOf(), sample: { score: Number.NaN } },
    { option: 'score', certificate: certificateOf(), sample: { score: 1.01 } },
    { option: 'referenceScore', certificate: compared, sample: { score: 1 } },
    { option: 'referenceScore', certificate: compared, sample: { score: 1, referenceScore: -1 } },
    { option: 'durationMs', certificate: timed, sample: { score: 1 } },
    { option: 'durationMs', certificate: timed, sample: { score: 1, durationMs: Number.NaN } },
    { option: 'date', certificate: certificateOf(), sample: { score: 1, date: new Date('?') } },
  ])(
    'refuses $sample by the name of `$option`, and takes nothing of it',
    ({ option, certificate, sample }) => {
      const monitor = new CertificateMonitor(certificate)
      const before = monitor.state
      expect(() => monitor.observe(sample)).toThrow(OptionError)
      expect(() => monitor.observe(sample)).toThrow(`\`${option}\``)
      expect(monitor.state).toEqual(before)
    },
  )

  it.each([0, 1, 2.5, Number.NaN])('refuses an average run length of %d', (averageRunLength) => {
    expect(() => new CertificateMonitor(certificateOf(), { averageRunLength })).toThrow(OptionError)
  })

  it.each([
    { name: 'null', file: 'null', says: '`text`' },
    { name: 'a whole report', file: '{"certified":true}', says: '`requirement`' },
    { name: 'a floor of 85', change: { requirement: { floor: 85 } }, says: '`requirement`' },
    {
      name: 'a reference without a tolerance',
      change: { requirement: { reference: 'x' } },
      says: '`requirement`',
    },
    { name: 'half a latency', change: { latency: { share: 0.9 } }, says: '`latency`' },
    { name: 'snapshots that are texts', change: { snapshots: { a: 'b' } }, says: '`snapshots`' },
    { name: 'no expiry', change: { expiresAt: 'soon' }, says: '`expiresAt`' },
  ])('refuses what is no certificate: $name', ({ file, change, says }) => {
    const read = JSON.parse(file ?? JSON.stringify({ ...certificateOf(), ...change }))
    expect(() => new CertificateMonitor(read)).toThrow(StateError)
    expect(() => new CertificateMonitor(read)).toThrow(says)
  })

  it.each([
    { name: 'another certificate', change: { certificate: 'other' } },
    { name: 'another version', change: { version: 2 } },
    { name: 'another run length', change: { averageRunLength: 5 } },
    { name: 'a detector cut short', change: { quality: [1, 2] } },
    { name: 'no detector', change: { quality: null } },
    { name: 'a latency that is not certified', change: { speed: [] } },
    { name: 'reasons of no kind', change: { reasons: [{ kind: 'mood', text: '' }] } },
    { name: 'a mean that cannot be', change: { meanScore: 2 } },
    { name: 'a count that cannot be', change: { observed: null } },
  ])('refuses a state of $name', ({ change }) => {
    const { state } = new CertificateMonitor(certificateOf())
    const changed: MonitorState = JSON.parse(JSON.stringify({ ...state, ...change }))
    expect(() => new CertificateMonitor(certificateOf(), { state: changed })).toThrow(StateError)
  })
})
