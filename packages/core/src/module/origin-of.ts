const origins = new WeakMap<object, WeakRef<object>>()

/** Remembers what a module is a copy of, without keeping it alive. */
export function setOrigin(copy: object, origin: object): void {
  origins.set(copy, new WeakRef(origin))
}

/** What a module is a copy of; undefined for one that is no copy. */
export function originOf(copy: object): object | undefined {
  return origins.get(copy)?.deref()
}
