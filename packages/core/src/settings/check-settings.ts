import { resolveHistoryOptions } from './history/history-options.ts'
import type { Settings } from './settings.ts'
import { resolveTelemetryOptions } from './telemetry/telemetry-options.ts'

/** Throws `OptionError` for a setting that cannot be used, where it is set and not in some later call. */
export function checkSettings(settings: Settings): void {
  if (settings.history !== undefined) resolveHistoryOptions(settings.history)
  if (settings.telemetry !== undefined) resolveTelemetryOptions(settings.telemetry)
}
