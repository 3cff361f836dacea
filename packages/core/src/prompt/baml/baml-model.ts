import type { FieldType } from '../../schema/field-type.ts'
import { specialModel } from '../../schema/json-schema/special-model.ts'

type Model = Extract<FieldType, { kind: 'model' }>

/** Writes the type of a property. */
type Describe = (type: FieldType, level: number) => string

/** A model with a line for each property and its description as a comment above it. */
export function bamlModel(model: Model, level: number, describe: Describe): string {
  const indent = '  '.repeat(level)
  const lines = model.properties.flatMap(({ name, type, description }) => [
    ...comment(description, level + 1),
    ...comment(modelIn(type)?.description, level + 1),
    `${indent}  ${name}: ${describe(type, level + 1)},`,
  ])
  return [
    ...(level === 0 ? comment(model.description, 0) : []),
    `${indent}{`,
    ...(lines.length > 0 ? lines : [`${indent}  # no properties`]),
    `${indent}}`,
  ].join('\n')
}

function comment(text: string | undefined, level: number): string[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => `${'  '.repeat(level)}# ${line}`)
}

function modelIn(type: FieldType): Model | undefined {
  if (type.kind === 'model') return type
  if (type.kind === 'refined') return modelIn(type.base)
  if (type.kind === 'special') {
    const model = specialModel(type)
    return model?.kind === 'model' ? model : undefined
  }
  if (type.kind !== 'union') return undefined
  const [only, ...others] = type.options.filter(({ kind }) => kind !== 'none')
  return only && others.length === 0 ? modelIn(only) : undefined
}
