import type { CallKind } from './callback.ts'
import { currentScope } from './scope.ts'

/**
 * What some work is called: a predictor by its name within the program, another module and an adapter by
 * its class, an LM by its model, a tool and a plain function by its name.
 */
export function callName(kind: CallKind, instance: object): string {
  if (kind === 'lm') return textOf(instance, 'model') ?? kind
  const isNamed = kind === 'tool' || (typeof instance === 'function' && !('$module' in instance))
  if (isNamed) return textOf(instance, 'name') ?? kind
  const maker: unknown = Reflect.get(instance, 'constructor')
  const className = typeof maker === 'function' && maker !== Object ? maker.name : ''
  return currentScope().nameOf?.(instance) ?? (className || kind)
}

function textOf(instance: object, member: string): string | undefined {
  const text: unknown = Reflect.get(instance, member)
  return typeof text === 'string' && text !== '' ? text : undefined
}
