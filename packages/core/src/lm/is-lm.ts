import type { LM } from './lm.ts'

/** Whether a value has the three members that make it an LM. */
export function isLM(value: unknown): value is LM {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'model') === 'string' &&
    typeof Reflect.get(value, 'generate') === 'function' &&
    typeof Reflect.get(value, 'stream') === 'function'
  )
}
