import type {
  PredictorEvent,
  StreamedCall,
  StreamSink,
  WantedOfField,
} from '../settings/stream-sink.ts'
import { EventQueue } from './event-queue.ts'
import type { PredictorNames } from './predictor-names.ts'
import type { StreamEvent } from './stream-event.ts'
import type { AnyStreamListener } from './stream-listener.ts'

interface RunSinkOptions {
  names: PredictorNames
  /** Undefined where all is wanted. */
  listeners: readonly AnyStreamListener[] | undefined
  partial: boolean
  /** Called when the reader leaves early. */
  left: () => void
}

const waitingEvents = 256

/** The events of one run: names its predictors, counts their calls, and lets through what is listened to. */
export class RunSink extends EventQueue<StreamEvent<object>> implements StreamSink {
  private readonly options: RunSinkOptions

  constructor(options: RunSinkOptions) {
    super(waitingEvents, options.left)
    this.options = options
  }

  emit(event: PredictorEvent): Promise<void> | undefined {
    return this.push(event)
  }

  open(predictor: object): StreamedCall {
    const { listeners, names, partial } = this.options
    const named = names.of(predictor)
    const { name } = named
    named.calls += 1
    const callNumber = named.calls
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
