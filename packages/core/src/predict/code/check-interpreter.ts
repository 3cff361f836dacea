import { OptionError } from '../../errors/option-error.ts'

/** Throws `OptionError` unless the option can make interpreters. */
export function checkInterpreter(interpreter: unknown): void {
  if (interpreter === undefined || typeof interpreter === 'function') return
  throw new OptionError(
    'interpreter',
    'must be a function that makes an interpreter, such as quickJS(): each call gets its own.',
  )
}
