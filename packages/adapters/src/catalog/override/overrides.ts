import type { ModelOverride } from './model-override.ts'

/** Overrides by the model's name in the catalog, the oldest first; of the whole process. */
export const overrides: Map<string, ModelOverride[]> = new Map()
