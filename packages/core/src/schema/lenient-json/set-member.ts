import type { JSONValue } from '../json-value.ts'

/** A JSON object. */
export type JSONObject = { [key: string]: JSONValue }

/** Sets an own property whatever its name, so that `__proto__` is data like any other key. */
export function setMember(object: JSONObject, key: string, value: JSONValue): void {
  if (key !== '__proto__') object[key] = value
  else
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
}
