/** Sets an own property whatever its name: `__proto__` is data like any other key. */
export function setOwnProperty<Value>(
  object: Record<string, Value>,
  key: string,
  value: Value,
): void {
  if (key !== '__proto__') object[key] = value
  else
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    })
}
