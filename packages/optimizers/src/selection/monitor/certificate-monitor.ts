import type { Certificate } from '../certificate/certificate.ts'
import { observation } from '../requirement.ts'
import { EDetector } from '../statistics/e-detector.ts'
import { pairedTarget } from '../statistics/paired-value.ts'
import { checkCertificate } from './check-certificate.ts'
import {
  expiryReason,
  latencyReason,
  type MonitorReason,
  scoreReason,
  snapshotReason,
} from './monitor-reason.ts'
import { checkMonitorState, type MonitorState } from './monitor-state.ts'
import { checkProductionScore, type ProductionScore } from './production-score.ts'

/** How a monitor decides. */
export interface CertificateMonitorOptions {
  /** As long as nothing changes, a false alarm comes after at least so many scores on average; 10,000 by default. */
  averageRunLength?: number
  /** The `state` of a monitor of the same certificate, to go on where it was. */
  state?: MonitorState
}

/** Whether what was certified holds in production. */
export interface MonitorStatus {
  readonly holds: boolean
  /** One of a kind, in the order in which they came; empty while it holds. */
  readonly reasons: readonly MonitorReason[]
  /** Scores so far. */
  readonly observed: number
  /** Of the observed, in [0, 1]; 0 when there are none. */
  readonly meanScore: number
  /** How much there is of the evidence that an alarm on scores or latency takes: 0 is none, 1 is enough. */
  readonly evidence: number
}

const defaultRunLength = 10_000

/**
 * Tests sampled scores from production in order of time, and says when what was certified no longer holds. A `devset`
 * certificate says nothing of production: the monitor then tests there what was asked on the devset. `score` and
 * `latency` are alarms of an `EDetector`; a model that is not in the certificate, and its expiry, are told at once.
 * An alarm stays: go on with a new certificate and a new monitor.
 */
export class CertificateMonitor {
  private readonly certificate: Certificate
  private readonly averageRunLength: number
  private readonly quality: EDetector
  private readonly speed: EDetector | undefined
  private readonly reasons: MonitorReason[]
  private observed: number
  private meanScore: number

  /** Throws `StateError` for what is no certificate, or no state of this monitor, and `OptionError` for other options. */
  constructor(certificate: Certificate, options: CertificateMonitorOptions = {}) {
    checkCertificate(certificate)
    const { averageRunLength = defaultRunLength, state } = options
    if (state !== undefined) checkMonitorState(state, certificate, averageRunLength)
    const { requirement, latency } = certificate
    this.certificate = certificate
    this.averageRunLength = averageRunLength
    const target = 'floor' in requirement ? requirement.floor : pairedTarget(requirement.tolerance)
    // Each of two raises half of the false alarms.
    const runLength = latency ? 2 * averageRunLength : averageRunLength
    this.quality = detector(target, runLength, state?.quality)
    this.speed = latency && detector(latency.share, runLength, state?.speed)
    this.reasons = [...(state?.reasons ?? [])]
    this.observed = state?.observed ?? 0
    this.meanScore = state?.meanScore ?? 0
  }

  get status(): MonitorStatus {
    const { reasons, observed, meanScore, quality, speed } = this
    return {
      holds: reasons.length === 0,
      reasons: [...reasons],
      observed,
      meanScore,
      evidence: Math.max(quality.evidence, speed?.evidence ?? 0),
    }
  }

  /** To be kept as JSON, and handed to a new monitor after a restart. */
  get state(): MonitorState {
    const { reasons, observed, meanScore, averageRunLength, certificate, quality, speed } = this
    return {
      version: 1,
      certificate: certificate.text,
      averageRunLength,
      observed,
      meanScore,
      quality: quality.state,
      ...(speed ? { speed: speed.state } : {}),
      reasons: [...reasons],
    }
  }

  /**
   * Takes the next score. Which requests are scored must not depend on how well they went. Throws `OptionError`, and takes
   * nothing, for a score that is not in [0, 1], and without a `referenceScore` or `durationMs` that the certificate needs.
   */
  observe(sample: ProductionScore): MonitorStatus {
    const { certificate } = this
    checkProductionScore(sample, certificate)
    this.observed += 1
    this.meanScore += (sample.score - this.meanScore) / this.observed
    this.testScores(sample)
    const { served = [], date = new Date() } = sample
    const known = Object.values(certificate.snapshots).flat()
    const unknown = [served].flat().find((model) => !known.includes(model))
    if (unknown !== undefined) this.raise(snapshotReason(certificate, unknown))
    if (date.toISOString().slice(0, 10) > certificate.expiresAt)
      this.raise(expiryReason(certificate))
    return this.status
  }

  private testScores({ score, referenceScore, durationMs = 0 }: ProductionScore): void {
    const { requirement, latency } = this.certificate
    const value = observation(score, 'reference' in requirement ? referenceScore : undefined)
    const { observed, meanScore } = this
    if (this.quality.observe(value))
      this.raise(scoreReason(this.certificate, { observed, meanScore }))
    if (!latency) return
    const isInTime = durationMs <= latency.milliseconds
    if (this.speed?.observe(isInTime ? 1 : 0)) this.raise(latencyReason(latency, observed))
  }

  private raise(reason: MonitorReason): void {
    if (!this.reasons.some(({ kind }) => kind === reason.kind)) this.reasons.push(reason)
  }
}

function detector(
  target: number,
  averageRunLength: number,
  state: readonly number[] | undefined,
): EDetector {
  return new EDetector({ target, averageRunLength, ...(state ? { state } : {}) })
}
