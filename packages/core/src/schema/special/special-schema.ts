import type { SpecialName } from '../field-type.ts'
import type { StandardSchema } from '../standard-schema.ts'
import { isSpecialName } from './is-special-name.ts'
import { specialForms } from './special-forms.ts'
import type { SpecialTypes } from './special-types.ts'

/** What lets one of DSPy's types stand where a schema is asked for. */
export type SpecialSchema<Name extends SpecialName> = StandardSchema<
  SpecialTypes[Name]
>['~standard'] & { readonly special: Name }

/** The schema part of a special type's class. */
export function specialSchema<Name extends SpecialName>(name: Name): SpecialSchema<Name> {
  return {
    version: 1,
    vendor: 'ockham',
    special: name,
    validate(value) {
      const result = specialForms[name].read(value)
      // A form reads values into the shape that SpecialTypes lists for its name.
      if (result.ok) return { value: result.value as SpecialTypes[Name] }
      return { issues: [{ message: result.reason }] }
    },
  }
}

/** The special type that a class stands for; undefined for any other schema. */
export function specialSchemaName(schema: object): SpecialName | undefined {
  const standard: unknown = Reflect.get(schema, '~standard')
  if (typeof standard !== 'object' || standard === null || !('special' in standard)) {
    return undefined
  }
  return isSpecialName(standard.special) ? standard.special : undefined
}
