/** A value as JSON; undefined for what JSON leaves out. Throws where it cannot be, or is too long. */
export type ToJSON = (value: unknown) => string | undefined

/** Makes `toJSON`. Its source runs inside QuickJS, like that of `guestBridge`. */
export function guestToJSON(maxCharacters: number): ToJSON {
  const { stringify } = JSON
  const { isSafeInteger } = Number
  const { create } = Object
  const toText = String
  const NativeMap = Map
  const NativeSet = Set
  const NativeError = Error
  const NativeRangeError = RangeError

  /** What JSON has no word for, as the nearest thing it has. */
  const replacer = (_key: string, value: unknown): unknown => {
    if (typeof value === 'bigint') {
      const number = Number(value)
      return isSafeInteger(number) ? number : toText(value)
    }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof NativeSet) return [...value]
    if (value instanceof NativeError) return `${value.name}: ${value.message}`
    if (!(value instanceof NativeMap)) return value
    const record: Record<string, unknown> = create(null)
    for (const [key, item] of value) {
      if (typeof key !== 'string') return [...value]
      record[key] = item
    }
    return record
  }

  return (value) => {
    const json: string | undefined = stringify(value, replacer)
    if (json !== undefined && json.length > maxCharacters) {
      throw new NativeRangeError(
        `A value of ${json.length} characters of JSON is too long; at most ${maxCharacters} can leave the code.`,
      )
    }
    return json
  }
}
