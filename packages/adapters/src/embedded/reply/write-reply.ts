import type { JSONValue } from '@ockham/core'
import type { Wire } from '../prompt/task.ts'
import { writeElement } from './write-element.ts'
import { writeValue } from './write-value.ts'

/** The answers, in their order, in the markup that the prompt asked for. */
export function writeReply(answers: ReadonlyMap<string, JSONValue>, wire: Wire): string {
  switch (wire) {
    case 'chat': {
      const blocks = [...answers].map(
        ([name, value]) => `[[ ## ${name} ## ]]\n${writeValue(value)}`,
      )
      return [...blocks, '[[ ## completed ## ]]'].join('\n\n')
    }
    case 'json':
      return JSON.stringify(Object.fromEntries(answers), null, 2)
    case 'xml':
      return [...answers].map(([name, value]) => writeElement(name, value)).join('\n\n')
  }
}
