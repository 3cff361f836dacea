/** Sets an own property whatever its name: `__proto__` is data like any other key. */
export function setProperty(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}
