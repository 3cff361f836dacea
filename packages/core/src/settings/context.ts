import { checkSettings } from './check-settings.ts'
import { currentScope, inScope } from './scope.ts'
import type { Settings } from './settings.ts'

/**
 * Runs a function with settings that hold for it and everything it starts, and nowhere else. Throws
 * `OptionError` for a value that cannot be used.
 */
export function context<Result>(settings: Settings, run: () => Result): Result {
  checkSettings(settings)
  return inScope({ settings: { ...currentScope().settings, ...settings } }, run)
}
