import type { FieldEvent } from '../settings/stream-sink.ts'
import type { DeepPartial } from './deep-partial.ts'
import type { ProgramFields } from './program-fields.ts'

/** The options that say which field events come, and what is in them. */
export interface Listening {
  readonly partial?: boolean
  readonly listen?: readonly object[]
}

/**
 * The field events of a stream: with names and values typed where values or listeners were asked for,
 * and the program's type shows its predictors.
 */
export type ListenedEvent<P, Options extends Listening> = [ProgramFields<P>] extends [never]
  ? FieldEvent
  : Options extends { readonly listen: readonly (infer Listener)[] }
    ? HeardEvent<ProgramFields<P>, Listener, Options>
    : Options extends { readonly partial: true }
      ? EventOf<ProgramFields<P>, true>
      : FieldEvent

interface NamedField {
  predictor: string
  field: string
  value: unknown
}

type HeardEvent<Each, Listener, Options> = Listener extends unknown
  ? Each extends NamedField
    ? Each['field'] extends Heard<Listener, 'field', Each['field']>
      ? Heard<Listener, 'predictor', Each['predictor']> extends Each['predictor']
        ? EventOf<
            Each & { predictor: Heard<Listener, 'predictor', Each['predictor']> },
            Wants<Listener, Options>
          >
        : never
      : never
    : never
  : never

/** What a listener says of a name; what it leaves open is as it is. */
type Heard<Listener, Name extends string, Open> = Listener extends {
  readonly [N in Name]: infer Said
}
  ? Said
  : Open

type Wants<Listener, Options> = Listener extends { readonly partial: infer Said }
  ? Said
  : Options extends { readonly partial: true }
    ? true
    : false

type EventOf<Each, WantsValue> = Each extends NamedField
  ? Omit<FieldEvent, 'value' | 'predictor' | 'field'> & {
      predictor: Each['predictor']
      field: Each['field']
    } & (WantsValue extends true ? { value?: DeepPartial<Each['value']> } : unknown)
  : never
