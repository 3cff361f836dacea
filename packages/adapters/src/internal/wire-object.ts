import type { JSONValue } from '@ockham/core'

/** Reads parsed JSON from a vendor, in which any field may be missing or of another type. */
export class WireObject {
  readonly #value: object

  private constructor(value: object) {
    this.#value = value
  }

  /** Undefined when the value is not a JSON object. */
  static of(value: unknown): WireObject | undefined {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? new WireObject(value) : undefined
  }

  has(name: string): boolean {
    const value: unknown = Reflect.get(this.#value, name)
    return value !== undefined && value !== null
  }

  text(name: string): string | undefined {
    const value: unknown = Reflect.get(this.#value, name)
    return typeof value === 'string' ? value : undefined
  }

  number(name: string): number | undefined {
    const value: unknown = Reflect.get(this.#value, name)
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }

  flag(name: string): boolean {
    return Reflect.get(this.#value, name) === true
  }

  object(name: string): WireObject | undefined {
    return WireObject.of(Reflect.get(this.#value, name))
  }

  /** The objects of a list; an empty list when there is none. */
  objects(name: string): WireObject[] {
    const value: unknown = Reflect.get(this.#value, name)
    if (!Array.isArray(value)) return []
    return value.map((item) => WireObject.of(item)).filter((item) => item !== undefined)
  }

  json(name: string): JSONValue | undefined {
    // Everything inside a WireObject came out of JSON.parse.
    return (Reflect.get(this.#value, name) ?? undefined) as JSONValue | undefined
  }
}
