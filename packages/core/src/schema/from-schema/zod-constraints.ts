import type * as zod from 'zod/v4/core'
import type { Constraints } from '../field-type.ts'

type Bound = [keyof Constraints, number]

/** The bounds a zod 4 schema declares, in the order it declares them. */
export function zodConstraints(schema: zod.$ZodType): Constraints | undefined {
  const checks = schema._zod.def.checks ?? []
  const bounds = checks.flatMap((check) => boundsOf(check._zod.def))
  return bounds.length > 0 ? Object.fromEntries(bounds) : undefined
}

function boundsOf(definition: zod.$ZodCheckDef): Bound[] {
  const number = (key: string): number | undefined => {
    const value: unknown = Reflect.get(definition, key)
    return typeof value === 'number' ? value : undefined
  }
  const inclusive = Reflect.get(definition, 'inclusive') === true
  switch (definition.check) {
    case 'greater_than':
      return bound(inclusive ? 'ge' : 'gt', number('value'))
    case 'less_than':
      return bound(inclusive ? 'le' : 'lt', number('value'))
    case 'multiple_of':
      return bound('multipleOf', number('value'))
    case 'min_length':
      return bound('minLength', number('minimum'))
    case 'max_length':
      return bound('maxLength', number('maximum'))
    case 'length_equals':
      return [...bound('minLength', number('length')), ...bound('maxLength', number('length'))]
    default:
      return [] // formats and patterns have no words in DSPy's prompts
  }
}

function bound(name: keyof Constraints, value: number | undefined): Bound[] {
  return value === undefined ? [] : [[name, value]]
}
