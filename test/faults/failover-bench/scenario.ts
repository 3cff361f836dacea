import type { WallRecord } from '../wall/wall-record.ts'

/** What a caller got. */
export interface Answer {
  text: string | undefined
  /** The model that says it answered. */
  model: string | undefined
  error: unknown
  /** Whether usage was told, not estimated. */
  usage: boolean
  tookMs: number
}

/** What is judged: the answers in order, and what the wall saw of both servers. */
export interface Performance {
  readonly answers: readonly Answer[]
  readonly primary: WallRecord
  readonly backup: WallRecord
  /** Milliseconds that stand for one second of FailoverBench. */
  readonly second: number
}

/** One scenario of FailoverBench. */
export interface Scenario {
  readonly id: string
  readonly fault: string
  /** What it calls correct, required and advised. */
  readonly correct: string
  /** The behaviours of both servers on the wall. */
  readonly primary: string
  readonly backup: string
  /** Milliseconds that stand for one second of FailoverBench, so that a scenario takes a second or two. */
  readonly second: number
  /** When requests are made, in seconds. */
  readonly schedule: readonly number[]
  /** What was not as it should be. */
  judge(performance: Performance): readonly string[]
}
