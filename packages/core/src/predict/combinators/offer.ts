import type { CallOptions } from '../../settings/call-options.ts'
import { currentScope, inScope } from '../../settings/scope.ts'
import { untilCallAborted } from './until-call-aborted.ts'

/** Runs a program on fields of which it takes those that it declares. */
export function offer<Fields extends object, Result>(
  fields: Fields,
  program: (fields: Fields, options?: CallOptions) => Result | Promise<Result>,
): Promise<Result> {
  const surplus = new Set([...(currentScope().surplus ?? []), ...Object.keys(fields)])
  return inScope({ surplus }, () =>
    untilCallAborted((signal) => program(fields, signal ? { signal } : {})),
  )
}
