import type { CallOptions } from '../settings/call-options.ts'
import { type Runnable, runModule } from './run-module.ts'

/** A function that runs the module it is: how an instance can be called and still have its class. */
export function createInstance(prototype: object): object {
  const instance: Runnable = Object.setPrototypeOf(
    (inputs: object, options?: CallOptions) => runModule(instance, inputs, options),
    prototype,
  )
  // A function's own `name` and `length` would hide fields that a class names so.
  Reflect.deleteProperty(instance, 'name')
  Reflect.deleteProperty(instance, 'length')
  return instance
}
