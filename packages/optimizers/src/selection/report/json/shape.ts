/** Whether a value from JSON is as it should be: returns what is wrong, each with where. */
export type Shape<Value> = {
  (value: unknown, path: string): string[]
  /** What it checks; nothing has this at run time. */
  readonly checks?: Value
}

export const textShape: Shape<string> = ofType('string', 'a text')
export const numberShape: Shape<number> = ofType('number', 'a number')
export const booleanShape: Shape<boolean> = ofType('boolean', 'true or false')
/** Whatever JSON can hold. */
export const anyShape: Shape<unknown> = () => []

export function oneOf<const Text extends string>(...texts: readonly Text[]): Shape<Text> {
  return (value, path) =>
    texts.some((text) => text === value) ? [] : [`${path} is not one of ${texts.join(', ')}`]
}

export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (value, path) => (value === null ? [] : shape(value, path))
}

export function optional<Value>(shape: Shape<Value>): Shape<Value | undefined> {
  return (value, path) => (value === undefined ? [] : shape(value, path))
}

export function either<One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> {
  return (value, path) => {
    const problems = one(value, path)
    return problems.length === 0 || other(value, path).length === 0 ? [] : problems
  }
}

export function listOf<Item>(shape: Shape<Item>): Shape<readonly Item[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => shape(item, `${path}[${index}]`))
      : [`${path} is not a list`]
}

export const pairShape: Shape<readonly [number, number]> = (value, path) => [
  ...listOf(numberShape)(value, path),
  ...(Array.isArray(value) && value.length !== 2 ? [`${path} does not hold two numbers`] : []),
]

export function recordOf<Value>(shape: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, member]) => shape(member, `${path}.${name}`))
      : [`${path} is not an object`]
}

/** An object with these members; it may have others. */
export function objectOf<Value extends object>(
  members: {
    readonly [Name in keyof Value]-?: Shape<Value[Name]>
  },
): Shape<Value> {
  const shapes = new Map<string, Shape<unknown>>(Object.entries(members))
  return (value, path) =>
    isObject(value)
      ? [...shapes].flatMap(([name, shape]) =>
          shape(Object.hasOwn(value, name) ? value[name] : undefined, `${path}.${name}`),
        )
      : [`${path} is not an object`]
}

function ofType<Value>(type: string, name: string): Shape<Value> {
  return (value, path) => (typeof value === type ? [] : [`${path} is not ${name}`])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
