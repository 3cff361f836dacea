import { InputError } from '../../errors/input-error.ts'
import type { SpecialName } from '../field-type.ts'
import { specialForms } from './special-forms.ts'
import type { SpecialTypes } from './special-types.ts'

/** What a constructor was given, in our spelling; throws `InputError` that says what it takes. */
export function readSpecial<Name extends SpecialName>(
  name: Name,
  source: unknown,
): SpecialTypes[Name] {
  const result = specialForms[name].read(source)
  // A form reads values into the shape that SpecialTypes lists for its name.
  if (result.ok) return result.value as SpecialTypes[Name]
  throw new InputError(`This is no ${name}: ${result.reason}.`, {})
}
