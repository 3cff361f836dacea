import { isRecord } from '../../internal/is-record.ts'
import { callName } from '../call-name.ts'
import { type SpanForm, spanKind } from './span-form.ts'

/** An evaluation: `evaluate {program}`. The conventions have no name for it. */
export const evaluateForm: SpanForm<object, unknown, unknown> = {
  start: (program, options) => {
    const devset = isRecord(options) ? options['devset'] : undefined
    const name = callName('evaluate', program)
    return {
      name: `evaluate ${name}`,
      kind: spanKind.internal,
      attributes: {
        'gen_ai.operation.name': 'evaluate',
        'gen_ai.agent.name': name,
        ...(Array.isArray(devset) && { 'ockham.evaluate.examples': devset.length }),
      },
    }
  },
  end: (result) => {
    const score = isRecord(result) ? result['score'] : undefined
    return typeof score === 'number' ? { 'ockham.evaluate.score': score } : {}
  },
}
