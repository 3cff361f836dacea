import type { JSONValue } from '../schema/json-value.ts'
import type { LMTool } from './lm-tool.ts'

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
  /** Vendor-specific body fields, passed through as they are. */
  extra?: { [key: string]: JSONValue }
}
