import type { FieldType } from '../field-type.ts'
import { specialForms } from '../special/special-forms.ts'

/** The model behind one of DSPy's own types; undefined for a tool, which no schema describes. */
export function specialModel(type: Extract<FieldType, { kind: 'special' }>): FieldType | undefined {
  const { model } = specialForms[type.name]
  return model?.kind === 'model' && type.language !== undefined
    ? { ...model, name: `${type.name}_${type.language}` }
    : model
}
