import { coerceWith } from '../coerce/coerce-with.ts'
import type { Convert } from '../coerce/convert.ts'
import type { Coerced } from '../coerced.ts'
import type { FieldType } from '../field-type.ts'
import { parseLenientJSON } from '../lenient-json/parse-lenient-json.ts'
import { isNothing } from './is-nothing.ts'
import { listInText } from './list-in-text.ts'
import { soundsLikeRefusal } from './sounds-like-refusal.ts'

/** Repairs a list, dict, tuple or model that came as text, as a single item, or in a list of its own. */
export function repairContainer(
  type: FieldType,
  value: unknown,
  convert: Convert,
): Coerced | undefined {
  switch (type.kind) {
    case 'list':
      return repairList(type, value, convert)
    case 'tuple':
    case 'dict':
    case 'model': {
      const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : undefined
      if (type.kind !== 'tuple' && single !== undefined) return coerceWith(convert, type, single)
      const parsed = typeof value === 'string' ? parseLenientJSON(value) : undefined
      return typeof parsed === 'object' ? coerceWith(convert, type, parsed) : undefined
    }
    default:
      return undefined
  }
}

function repairList(
  type: Extract<FieldType, { kind: 'list' }>,
  value: unknown,
  convert: Convert,
): Coerced | undefined {
  if (Array.isArray(value)) return undefined
  const item = type.item ?? { kind: 'any' }
  if (typeof value !== 'string') return singleItem(item, value, convert)
  const parsed = parseLenientJSON(value)
  if (Array.isArray(parsed)) return coerceWith(convert, type, parsed)
  // A list that was made JSON twice.
  if (typeof parsed === 'string' && parsed !== value) return repairList(type, parsed, convert)
  const items = listInText(value, isText(item))
  if (items) return coerceWith(convert, type, items)
  if (typeof parsed === 'object' && parsed !== null) return singleItem(item, parsed, convert)
  return isText(item) && !isNameLike(value) ? undefined : singleItem(item, value, convert)
}

/** Any prose would do as a list of one text, so only a few words without a full stop do. */
function isNameLike(text: string): boolean {
  const words = text.trim()
  const isShort = /^\S+(?: \S+){0,2}$/.test(words) && !/[.!?:]$/.test(words)
  return (
    isShort &&
    !isNothing(words) &&
    !soundsLikeRefusal(words) &&
    !/^(?:no|empty)\b/i.test(words) &&
    /[\p{L}\p{N}]/u.test(words)
  )
}

function singleItem(item: FieldType, value: unknown, convert: Convert): Coerced | undefined {
  if (value === null || value === undefined) return undefined
  const result = convert(item, value)
  return result.ok ? { ok: true, value: [result.value] } : undefined
}

function isText(type: FieldType): boolean {
  if (type.kind === 'refined') return isText(type.base)
  if (type.kind === 'union') return type.options.some(isText)
  return type.kind === 'str' || type.kind === 'any'
}
