import type { SpecialName } from '../field-type.ts'
import { specialForms } from './special-forms.ts'

/** Whether a value names one of DSPy's own types. */
export function isSpecialName(value: unknown): value is SpecialName {
  return typeof value === 'string' && Object.hasOwn(specialForms, value)
}
