import type { PredictorEvent, StreamSink } from '../../settings/stream-sink.ts'

/** What one of several runs shows. */
export interface Appearance {
  /** Where the run's predictors tell what they produce; absent when nobody streams. */
  readonly sink: StreamSink | undefined
  readonly shown: PredictorEvent[]
}

/**
 * Several runs of one program before one audience, which is to see one of them in the end: a run that
 * begins takes back what the one before has shown, and the run that counts is shown again if need be.
 */
export class Stage {
  private readonly sink: StreamSink | undefined
  private readonly live: boolean
  private current: Appearance | undefined

  /** `live`: runs are shown as they happen, which needs them to come one after the other. */
  constructor(sink: StreamSink | undefined, live: boolean) {
    this.sink = sink
    this.live = live
  }

  /** Begins a run. */
  async enter(): Promise<Appearance> {
    const { sink, live } = this
    const shown: PredictorEvent[] = []
    if (!sink) return { sink, shown }
    const emit = (event: PredictorEvent): Promise<void> | undefined => {
      // What is of no predictor, such as a tool at work, has happened and cannot be taken back.
      if (!('predictor' in event)) return sink.emit(event)
      shown.push(event)
      return this.current === appearance ? sink.emit(event) : undefined
    }
    const appearance: Appearance = { sink: { open: (one) => sink.open(one), emit }, shown }
    if (live) {
      await this.clear()
      this.current = appearance
    }
    return appearance
  }

  /** Ends with one of the runs on show. */
  async settle(appearance: Appearance): Promise<void> {
    if (!this.sink || this.current === appearance) return
    await this.clear()
    for (const event of appearance.shown) await this.sink.emit(event)
  }

  private async clear(): Promise<void> {
    const events = this.current?.shown ?? []
    this.current = undefined
    const calls = new Map<string, PredictorEvent>()
    for (const event of events) {
      if (!('predictor' in event)) continue
      const { predictor, callNumber } = event
      const marks = { predictor, ...(callNumber !== undefined && { callNumber }) }
      calls.set(`${predictor} ${callNumber}`, { type: 'restart', ...marks })
    }
    for (const restart of calls.values()) await this.sink?.emit(restart)
  }
}
