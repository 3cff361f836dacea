import { balanced } from './balanced.ts'
import type { Strategy } from './strategy.ts'

/** The user's own machines first, then as `balanced`. */
export const localFirst: Strategy = (route, all) => balanced(route, all) + (route.local ? 1 : 0)
