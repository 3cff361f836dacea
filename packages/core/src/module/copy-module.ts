import { isLM } from '../lm/is-lm.ts'
import { createInstance } from './instance.ts'
import { setOrigin } from './origin-of.ts'

/** A deep copy of a program: modules and plain containers are copied, everything else is shared. */
export function copyModule<T extends object>(module: T): T {
  return copyValue(module, new Map())
}

function copyValue<T>(value: T, copies: Map<unknown, unknown>): T {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
  const known = copies.get(value)
  const copy = known ?? makeCopy(value, copies)
  return copy as T // a copy has the prototype and the members of what it copies
}

function makeCopy(value: object, copies: Map<unknown, unknown>): unknown {
  if ('$module' in value) {
    const copy = createInstance(Object.getPrototypeOf(value))
    copies.set(value, copy)
    setOrigin(copy, value)
    return copyMembers(value, copy, copies)
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = []
    copies.set(value, copy)
    for (const member of value) copy.push(copyValue(member, copies))
    return copy
  }
  if (value instanceof Map) {
    const copy = new Map()
    copies.set(value, copy)
    for (const [key, member] of value) copy.set(key, copyValue(member, copies))
    return copy
  }
  if (value instanceof Set) return new Set([...value].map((member) => copyValue(member, copies)))
  if (Object.getPrototypeOf(value) !== Object.prototype || isLM(value)) return value
  const copy = {}
  copies.set(value, copy)
  return copyMembers(value, copy, copies)
}

function copyMembers(from: object, to: object, copies: Map<unknown, unknown>): object {
  for (const key of Reflect.ownKeys(from)) {
    const descriptor = Object.getOwnPropertyDescriptor(from, key)
    if (descriptor === undefined) continue
    if ('value' in descriptor) descriptor.value = copyValue(descriptor.value, copies)
    Object.defineProperty(to, key, descriptor)
  }
  return to
}
