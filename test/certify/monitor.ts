import { type Certificate, CertificateMonitor, type ProductionScore } from '@ockham/optimizers'
import { Random } from '../fuzz/random.ts'

/** What is monitored, and how production is before and after something happens to it. */
interface MonitorScene {
  readonly name: string
  readonly required: Pick<Certificate, 'requirement' | 'latency'>
  before(random: Random): ProductionScore
  after(random: Random): ProductionScore
}

const settled = 2000
const runs = 200
const shortRunLength = 200
const longest = 60_000

const right = (chance: number) => (random: Random) => ({ score: random.next() < chance ? 1 : 0 })

/** Scores of two models, of which the one loses and wins on so large parts of the examples. */
const paired = (lost: number, won: number) => (random: Random) => {
  const chance = random.next()
  if (chance < lost) return { score: 0, referenceScore: 1 }
  return { score: 1, referenceScore: chance < lost + won ? 0 : 1 }
}

const inTime = (chance: number) => (random: Random) => ({
  score: 1,
  durationMs: random.next() < chance ? 500 : 2000,
})

const floor = { requirement: { floor: 0.9 } }
const reference = { requirement: { reference: 'large', tolerance: 0.05 } }
const latency = { requirement: { floor: 0.5 }, latency: { milliseconds: 1000, share: 0.95 } }

const scenes: readonly MonitorScene[] = [
  ...[0.88, 0.85, 0.8, 0.7, 0.5].map((after) => ({
    name: `floor .9: .95, then ${after}`,
    required: floor,
    before: right(0.95),
    after: right(after),
  })),
  ...[0.1, 0.2].map((gap) => ({
    name: `tolerance .05: equal, then ${gap} below`,
    required: reference,
    before: paired(0.05, 0.05),
    after: paired(0.1 + gap / 2, 0.1 - gap / 2),
  })),
  {
    name: '.95 within a second: .98, then .90',
    required: latency,
    before: inTime(0.98),
    after: inTime(0.9),
  },
]

/** Prints how many scores an alarm takes after a change, and how long it stays away where there is none; false when it comes too early. */
export function showMonitor(seed: number): boolean {
  console.log(
    '\nMonitor: scores from a change to the alarm, after 2,000 good ones (averageRunLength 10,000).',
  )
  for (const [index, scene] of scenes.entries()) {
    const delays = delaysOf(scene, new Random(seed + index))
    const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length
    const most = delays[Math.ceil(0.95 * delays.length) - 1] ?? 0
    console.log(
      `  ${scene.name.padEnd(42)} mean ${mean.toFixed(0).padStart(5)}  95 of 100 within ${most}`,
    )
  }
  const length = runLength(new Random(seed + 100))
  console.log(
    `  at the floor itself, averageRunLength ${shortRunLength}: alarms after ${length.toFixed(0)} on average`,
  )
  return length >= shortRunLength
}

function delaysOf({ required, before, after }: MonitorScene, random: Random): number[] {
  return Array.from({ length: runs }, () => {
    const monitor = new CertificateMonitor(certificate(required))
    for (let calm = 0; calm < settled; calm += 1) monitor.observe(before(random))
    let delay = 1
    while (monitor.observe(after(random)).holds && delay < longest) delay += 1
    return delay
  }).toSorted((one, other) => one - other)
}

function runLength(random: Random): number {
  const lengths = Array.from({ length: runs }, () => {
    const monitor = new CertificateMonitor(certificate(floor), { averageRunLength: shortRunLength })
    let length = 1
    while (monitor.observe(right(0.9)(random)).holds && length < longest) length += 1
    return length
  })
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}

function certificate(required: MonitorScene['required']): Certificate {
  return {
    kind: 'population',
    text: 'A certificate.',
    candidate: 'small',
    choice: {},
    confidence: 0.95,
    method: 'exact',
    evaluated: 400,
    devsetSize: 400,
    meanScore: 0.95,
    interval: [0.92, 0.97],
    costPerExampleUSD: null,
    snapshots: {},
    issuedAt: '2026-01-01',
    expiresAt: '9999-01-01',
    ...required,
  }
}
