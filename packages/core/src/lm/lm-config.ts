import type { JSONValue } from '../schema/json-value.ts'
import type { LMTool } from './lm-tool.ts'
import type { Sensitivity } from './sensitivity.ts'

/** How the reply must be shaped, for LMs that can enforce it. */
export type LMResponseFormat =
  | { type: 'text' }
  | { type: 'json_object' }
  | { type: 'json_schema'; name: string; schema: { [key: string]: JSONValue }; strict?: boolean }

/** Settings of one request; each LM maps them to its vendor's names. */
export interface LMConfig {
  temperature?: number
  maxTokens?: number
  topP?: number
  stop?: string[]
  /** Number of completions. */
  n?: number
  seed?: number
  reasoningEffort?: 'none' | 'minimal' | 'low' | 'medium' | 'high'
  responseFormat?: LMResponseFormat
  tools?: LMTool[]
  toolChoice?: 'auto' | 'none' | 'required' | { name: string }
  logprobs?: boolean | number
  /** Makes otherwise equal requests distinct to a cache; never sent to the vendor. */
  rolloutId?: number
  /** What the request is for, such as `code`; a router's task map reads it. Never sent to the vendor. */
  task?: string
  /** How far the content may travel; a router takes no route that may not see it. Never sent to the vendor. */
  sensitivity?: Sensitivity
  /** Whom the request is counted for, by budgets and metrics. Never sent to the vendor. */
  tags?: string[]
  /** Vendor-specific body fields, passed through as they are. */
  extra?: { [key: string]: JSONValue }
}
