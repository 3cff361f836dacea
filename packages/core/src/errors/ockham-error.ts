const kindsKey = Symbol.for('ockham.error.kinds')

/** Facts every Ockham error can carry. */
export interface OckhamErrorOptions {
  cause?: unknown
}

/** Any of our error classes, whatever its constructor takes. */
interface ErrorClass {
  new (...args: never[]): OckhamError
  readonly kind: string
}

/** The root of every error Ockham throws; `code` is stable, the message says what to do. */
export class OckhamError extends Error {
  static readonly kind: string = 'OckhamError'
  readonly code: string = 'ockham'

  constructor(message: string, options: OckhamErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.name = new.target.kind
    Object.defineProperty(this, kindsKey, { value: kindsOf(new.target) })
  }

  /** Like `instanceof`, and true also for errors made by another copy of the package. */
  static is<T extends ErrorClass>(this: T, value: unknown): value is InstanceType<T> {
    if (typeof value !== 'object' || value === null) return false
    const kinds: unknown = Reflect.get(value, kindsKey)
    return Array.isArray(kinds) && kinds.includes(this.kind)
  }
}

function kindsOf(errorClass: typeof OckhamError): string[] {
  const kinds: string[] = []
  let current: unknown = errorClass
  while (typeof current === 'function' && 'kind' in current && typeof current.kind === 'string') {
    kinds.push(current.kind)
    current = Object.getPrototypeOf(current)
  }
  return kinds
}
