/** Shows a value of the code as text, of about as many characters as asked for at most. */
export type Inspect = (value: unknown, maxCharacters: number) => string

/**
 * Makes `inspect`. Its source runs inside QuickJS, so it uses nothing from outside itself, takes what the language
 * has before any code could change it, and calls no getter.
 */
export function guestInspect(): Inspect {
  const { stringify } = JSON
  const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect
  const toText = String
  const { isArray } = Array
  const NativeMap = Map
  const NativeSet = Set
  const NativeError = Error
  const NativeDate = Date
  const NativeRegExp = RegExp
  const NativePromise = Promise
  const isView = ArrayBuffer.isView
  const maxDepth = 8
  const maxEntries = 1000
  const maxWidth = 80

  let left = 0

  const named = (value: object): string => {
    const maker = getOwnPropertyDescriptor(getPrototypeOf(value) ?? {}, 'constructor')?.value
    const name = typeof maker === 'function' ? maker.name : ''
    return typeof name === 'string' && name !== 'Object' && name !== '' ? `${name} ` : ''
  }

  const joined = (open: string, parts: string[], close: string, depth: number): string => {
    if (parts.length === 0) return open + close
    const space = open.endsWith('[') ? '' : ' '
    let line = ''
    let tall = false
    for (let index = 0; index < parts.length; index++) {
      line += (index > 0 ? ', ' : '') + parts[index]
      tall ||= (parts[index] ?? '').includes('\n')
    }
    if (!tall && line.length + depth * 2 <= maxWidth) return open + space + line + space + close
    let indent = '\n'
    for (let level = 0; level < depth; level++) indent += '  '
    let lines = ''
    for (let index = 0; index < parts.length; index++) {
      lines += `${indent}  ${parts[index]}${index < parts.length - 1 ? ',' : ''}`
    }
    return `${open}${lines}${indent}${close}`
  }

  const short = (text: string): string => {
    const kept = text.length > left ? `${text.slice(0, left)}…` : text
    left -= kept.length
    return kept
  }

  /** Shows entries until there are too many or the text is long enough. */
  const list = (count: number, entry: (index: number) => string | undefined): string[] => {
    const parts: string[] = []
    for (let index = 0; index < count; index++) {
      if (left <= 0 || parts.length >= maxEntries) {
        parts[parts.length] = `… ${count - index} more`
        break
      }
      left -= 2
      const part = entry(index)
      if (part !== undefined) parts[parts.length] = part
    }
    return parts
  }

  const property = (value: object, key: PropertyKey, depth: number, seen: object[]): string => {
    const found = getOwnPropertyDescriptor(value, key)
    if (!found) return 'undefined'
    if (!('value' in found)) return found.get ? '[Getter]' : '[Setter]'
    return show(found.value, depth + 1, seen)
  }

  const showObject = (value: object, depth: number, seen: object[]): string => {
    if (value instanceof NativeError)
      return short(`${toText(value.name)}: ${toText(value.message)}`)
    if (value instanceof NativeDate) {
      return short(Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString())
    }
    if (value instanceof NativeRegExp) return short(toText(value))
    if (value instanceof NativePromise) return 'Promise (await it for its value)'
    for (const above of seen) if (above === value) return '[Circular]'
    if (depth > maxDepth) return isArray(value) ? '[Array]' : `[${named(value)}Object]`
    const inside = [...seen, value]
    if (value instanceof NativeMap) {
      const entries = [...value]
      const entry = (index: number): string =>
        `${show(entries[index]?.[0], depth + 1, inside)} => ${show(entries[index]?.[1], depth + 1, inside)}`
      return joined('Map {', list(entries.length, entry), '}', depth)
    }
    if (value instanceof NativeSet) {
      const entries = [...value]
      const entry = (index: number): string => show(entries[index], depth + 1, inside)
      return joined('Set {', list(entries.length, entry), '}', depth)
    }
    if (isArray(value) || isView(value)) {
      const length = 'length' in value && typeof value.length === 'number' ? value.length : 0
      const entry = (index: number): string => property(value, toText(index), depth, inside)
      return joined(isArray(value) ? '[' : `${named(value)}[`, list(length, entry), ']', depth)
    }
    const keys = ownKeys(value)
    const entry = (index: number): string | undefined => {
      const key = keys[index] ?? ''
      if (!getOwnPropertyDescriptor(value, key)?.enumerable) return undefined
      const plain = typeof key === 'symbol' ? `[${toText(key)}]` : key
      const name = /^(?:[A-Za-z_$][\w$]*|\[.*\])$/.test(plain) ? plain : stringify(plain)
      return `${short(name)}: ${property(value, key, depth, inside)}`
    }
    return joined(`${named(value)}{`, list(keys.length, entry), '}', depth)
  }

  const show = (value: unknown, depth: number, seen: object[]): string => {
    switch (typeof value) {
      case 'string':
        return short(stringify(value.length > left ? value.slice(0, left + 1) : value))
      case 'bigint':
        return short(`${value}n`)
      case 'function':
        return short(`[Function ${toText(value.name)}]`)
      case 'object':
        if (value === null) return short('null')
        try {
          return showObject(value, depth, seen)
        } catch {
          return '[Object]'
        }
      default:
        return short(value === 0 && 1 / value < 0 ? '-0' : toText(value))
    }
  }

  return (value, maxCharacters) => {
    left = maxCharacters
    return show(value, 0, [])
  }
}
