import { InputError } from '../../errors/input-error.ts'
import { isRecord } from '../../internal/is-record.ts'
import { ownValue } from '../../internal/own-value.ts'
import { pythonFloat } from '../../internal/python-float.ts'
import { pythonStrip } from '../../internal/python-strip.ts'
import { pythonText } from '../../internal/python-text.ts'
import { protocol } from '../../prompt/protocol.ts'
import { isFloat } from '../../schema/format-value/is-float.ts'
import type { Field } from '../../signature/field.ts'

/**
 * An attempt as DSPy tells an LM of it: the first line of its thoughts and of its last output. Throws
 * `InputError` when it lacks either.
 */
export function attemptText(completion: unknown, answerField: Field): string {
  const attempt = isRecord(completion) ? completion : {}
  const thoughts = ownValue(attempt, 'rationale') ?? ownValue(attempt, 'reasoning')
  if (typeof thoughts !== 'string') {
    throw new InputError(
      'A completion to compare needs `reasoning` (or `rationale`): make it with ChainOfThought.',
      { missing: ['reasoning'] },
    )
  }
  const { name } = answerField
  const answer = ownValue(attempt, name)
  if (answer === undefined) {
    throw new InputError(`A completion to compare lacks the output field \`${name}\`.`, {
      missing: [name],
    })
  }
  return protocol.attempt(firstLine(thoughts), firstLine(textOf(answer, answerField)))
}

function textOf(value: unknown, { type }: Field): string {
  if (typeof value === 'number' && isFloat(type, value)) return pythonFloat(value)
  return pythonText(value)
}

function firstLine(text: string): string {
  return pythonStrip(pythonStrip(text).split('\n', 1)[0] ?? '')
}
