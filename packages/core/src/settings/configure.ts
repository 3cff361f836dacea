import { checkSettings } from './check-settings.ts'
import type { Settings } from './settings.ts'

let settings: Settings = {}

/**
 * Sets defaults for the whole process; call it once at start-up. Keys that are not given stay. Throws
 * `OptionError` for a value that cannot be used.
 */
export function configure(changes: Settings): void {
  checkSettings(changes)
  settings = { ...settings, ...changes }
}

/** What `configure` has set so far. */
export function configured(): Settings {
  return settings
}
