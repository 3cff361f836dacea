import type {
  PredictorEvent,
  StreamedCall,
  StreamSink,
  WantedOfField,
} from '../settings/stream-sink.ts'
import type { PredictorNames } from './predictor-names.ts'
import type { AnyStreamListener } from './stream-listener.ts'

interface RunSinkOptions {
  names: PredictorNames
  /** Undefined where all is wanted. */
  listeners: readonly AnyStreamListener[] | undefined
  partial: boolean
  push: (event: PredictorEvent) => Promise<void> | undefined
}

/** The sink of one run: names its predictors, counts their calls, and lets through what is listened to. */
export class RunSink implements StreamSink {
  readonly emit: (event: PredictorEvent) => Promise<void> | undefined
  private readonly options: RunSinkOptions
  private readonly calls = new Map<string, number>()

  constructor(options: RunSinkOptions) {
    this.options = options
    this.emit = options.push
  }

  open(predictor: object): StreamedCall {
    const { listeners, names, partial } = this.options
    const name = names.of(predictor)
    const callNumber = (this.calls.get(name) ?? 0) + 1
    this.calls.set(name, callNumber)
    const marks = callNumber === 1 ? { predictor: name } : { predictor: name, callNumber }
    const all: WantedOfField = partial ? 'value' : 'text'
    if (!listeners) return { marks, wantsThoughts: true, wants: () => all }
    const own = listeners.filter((one) => one.predictor === undefined || one.predictor === name)
    return {
      marks,
      wantsThoughts: own.some(({ field }) => field === undefined),
      wants: (field) => {
        const heard = own.filter((one) => one.field === undefined || one.field === field)
        if (heard.length === 0) return 'nothing'
        return heard.some((one) => one.partial ?? partial) ? 'value' : 'text'
      },
    }
  }
}
