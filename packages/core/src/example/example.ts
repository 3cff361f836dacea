import { InputError } from '../errors/input-error.ts'

/** A row of data that knows which of its fields are inputs; the others are labels. */
export type Example<
  Row extends object = Record<string, unknown>,
  InputName extends keyof Row = keyof Row,
> = Readonly<Row> & ExampleMethods<Row, InputName>

/** What an example can tell of itself; a row's own field of the same name comes first. */
export interface ExampleMethods<Row extends object, InputName extends keyof Row> {
  /** The names of the input fields. */
  readonly $inputs: readonly (InputName & string)[]
  inputs(): Pick<Row, InputName>
  labels(): Omit<Row, InputName>
}

/**
 * Marks which fields of a row are inputs. Throws `InputError` when the row lacks one of them.
 */
export function example<Row extends object, const Name extends keyof Row & string>(
  row: Row,
  options: { inputs: readonly Name[] },
): Example<Row, Name> {
  const missing = options.inputs.filter((name) => !Object.hasOwn(row, name))
  if (missing.length > 0) {
    throw new InputError(
      `The row has no field \`${missing.join('`, `')}\`; it has: ${Object.keys(row).join(', ')}.`,
      { missing },
    )
  }
  // The prototype and the fields together are what the type says; a class could not carry row's own type.
  return Object.assign(
    Object.create(exampleMethods, { $inputs: { value: [...options.inputs] } }),
    row,
  )
}

const exampleMethods: object = {
  inputs(this: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return exampleInputs(this)
  },
  labels(this: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const inputs = exampleInputs(this)
    return Object.fromEntries(Object.entries(this).filter(([name]) => !Object.hasOwn(inputs, name)))
  },
}

/** The input fields of an example; every field, when none is marked. */
export function exampleInputs(row: object): Record<string, unknown> {
  const names: unknown = Reflect.get(row, '$inputs')
  const entries = Object.entries(row)
  if (!Array.isArray(names)) return Object.fromEntries(entries)
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)))
}
