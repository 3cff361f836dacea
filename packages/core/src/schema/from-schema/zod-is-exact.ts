import type * as zod from 'zod/v4/core'

/** Kinds of zod 4 schemas that a field type says all of, apart from what is inside them. */
const exactKinds: ReadonlySet<string> = new Set([
  'string',
  'number',
  'boolean',
  'null',
  'any',
  'unknown',
  'array',
  'tuple',
  'literal',
  'enum',
  'union',
  'nullable',
  'optional',
  'default',
  'readonly',
  'lazy',
])

/** Whether a zod 4 schema asks for no more than its field type says; what is inside it aside. */
export function zodIsExact({ _zod: { def } }: zod.$ZodType): boolean {
  if (def.type === 'record') return hasPlainKeys(def)
  if (!exactKinds.has(def.type) || isFormat(def)) return false
  return (def.checks ?? []).every(({ _zod }) => isWholeNumber(_zod.def))
}

// A record by an enum must have all of its keys, and no other.
function hasPlainKeys(def: object): boolean {
  const keyType: unknown = Reflect.get(def, 'keyType')
  if (typeof keyType !== 'object' || keyType === null) return false
  const kind: unknown = Reflect.get(Reflect.get(Reflect.get(keyType, '_zod'), 'def'), 'type')
  return kind === 'string'
}

// z.email(), z.uuid(), z.int32() and their like check themselves.
function isFormat(def: object): boolean {
  return 'format' in def && !isWholeNumber(def)
}

function isWholeNumber(def: object): boolean {
  return Reflect.get(def, 'format') === 'safeint'
}
