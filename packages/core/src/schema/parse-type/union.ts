import type { FieldType } from '../field-type.ts'

/**
 * One type for several: nested unions are opened, literals join into one where the first stood,
 * repeated options are dropped, and a single option stays itself.
 */
export function unionOf(types: readonly FieldType[]): FieldType {
  const options: FieldType[] = []
  for (const type of types.flatMap((type) => (type.kind === 'union' ? type.options : [type]))) {
    addOption(options, type)
  }
  const [only, second] = options
  return only !== undefined && second === undefined ? only : { kind: 'union', options }
}

function addOption(options: FieldType[], type: FieldType): void {
  if (type.kind !== 'literal') {
    if (!options.some((option) => isSame(option, type))) options.push(type)
    return
  }
  const index = options.findIndex((option) => option.kind === 'literal')
  const first = options[index]
  if (first?.kind === 'literal') {
    options[index] = { kind: 'literal', values: [...new Set([...first.values, ...type.values])] }
  } else {
    options.push(type)
  }
}

// Enough for what people repeat: `str | str`, `Optional[Person] | None`.
function isSame(a: FieldType, b: FieldType): boolean {
  return (
    a === b || (a.kind === b.kind && Object.keys(a).length === 1 && Object.keys(b).length === 1)
  )
}
