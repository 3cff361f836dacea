import type { Fault } from './fault-text.ts'

/** What acorn says of code it cannot read. */
export function syntaxFault(error: unknown): Fault {
  if (!(error instanceof SyntaxError)) {
    return { name: 'SyntaxError', message: 'The code is nested too deeply.' }
  }
  // acorn ends its messages with the place, which it also gives as `loc`.
  const message = error.message.replace(/ \(\d+:\d+\)$/, '')
  const loc: unknown = Reflect.get(error, 'loc')
  const line = typeof loc === 'object' && loc !== null && 'line' in loc ? loc.line : undefined
  return { name: 'SyntaxError', message, line: typeof line === 'number' ? line : undefined }
}
