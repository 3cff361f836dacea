import { configured } from './configure.ts'
import { currentScope } from './scope.ts'
import type { Settings } from './settings.ts'

/** A setting as it holds here: of the nearest `context`, else of `configure`. */
export function currentSetting<Key extends keyof Settings>(key: Key): Settings[Key] {
  return currentScope().settings[key] ?? configured()[key]
}
