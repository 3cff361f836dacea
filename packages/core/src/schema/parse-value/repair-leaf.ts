import { pythonText } from '../../internal/python-text.ts'
import { checkSchema } from '../coerce/check-schema.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import type { LiteralValue } from '../is-literal-value.ts'
import { isNothing } from './is-nothing.ts'
import { matchLabel } from './match-label.ts'
import { numberInText } from './number-in-text.ts'
import { truthInText } from './truth-in-text.ts'

/** Repairs a value of a type that has no parts; undefined when there is nothing to repair. */
export function repairLeaf(type: FieldType, value: unknown): Coerced | undefined {
  switch (type.kind) {
    case 'str':
      return typeof value === 'number' || typeof value === 'boolean'
        ? { ok: true, value: pythonText(value) }
        : undefined
    case 'int':
    case 'float':
      return typeof value === 'string' ? orNothing(readNumber(type.kind, value)) : undefined
    case 'bool':
      return typeof value === 'string' ? orNothing(truthInText(value)) : undefined
    case 'none':
      return typeof value === 'string' && isNothing(value) ? { ok: true, value: null } : undefined
    case 'literal':
      return orNothing(readChoice(type.values, value))
    case 'enum': {
      const member = readMember(type.members, value)
      return member === undefined ? undefined : checkSchema(type.schema, member)
    }
    default:
      return undefined
  }
}

function orNothing(value: unknown): Coerced | undefined {
  return value === undefined ? undefined : { ok: true, value }
}

/** 90% is 0.9 as a float, for there it is a confidence or a share, and 90 as an int. */
function readNumber(kind: 'int' | 'float', text: string): number | undefined {
  const found = numberInText(text)
  if (!found) return undefined
  if (kind === 'float') return found.isPercent ? found.value / 100 : found.value
  return Number.isSafeInteger(found.value) ? found.value : undefined
}

function readChoice(values: readonly LiteralValue[], value: unknown): LiteralValue | undefined {
  if (value === null || typeof value === 'object') return undefined
  const label = matchLabel(pythonText(value), values.map(pythonText))
  return label === undefined ? undefined : values.find((choice) => pythonText(choice) === label)
}

function readMember(
  members: Readonly<Record<string, string | number>>,
  value: unknown,
): string | number | undefined {
  const byValue = readChoice(Object.values(members), value)
  if (byValue !== undefined) return Object.values(members).find((member) => member === byValue)
  const name = typeof value === 'string' ? matchLabel(value, Object.keys(members)) : undefined
  return name === undefined ? undefined : members[name]
}
