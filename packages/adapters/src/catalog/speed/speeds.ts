import type { ModelSpeed } from './model-speed.ts'

/** What was measured, by the model's name in the catalog, the longest unheard of first. */
export const speeds: Map<string, ModelSpeed> = new Map()
