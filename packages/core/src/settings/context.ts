import { currentScope, inScope } from './scope.ts'
import type { Settings } from './settings.ts'

/** Runs a function with settings that hold for it and everything it starts, and nowhere else. */
export function context<Result>(settings: Settings, run: () => Result): Result {
  return inScope({ settings: { ...currentScope().settings, ...settings } }, run)
}
