import type { Settings } from './settings.ts'

let settings: Settings = {}

/** Sets defaults for the whole process; call it once at start-up. Keys that are not given stay. */
export function configure(changes: Settings): void {
  settings = { ...settings, ...changes }
}

/** What `configure` has set so far. */
export function configured(): Settings {
  return settings
}
