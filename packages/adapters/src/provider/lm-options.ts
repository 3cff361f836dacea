import type { VendorOptions } from '../vendor/vendor-options.ts'

/** Options of `lm`: those of every vendor, and a few that only some providers have. */
export interface LMOptions extends VendorOptions, SpecialOptions {}

/** Options that only some providers have. */
export interface SpecialOptions {
  /** Which of OpenAI's wires to speak, where a server has both; `chat` by default, and what the server has where it has one. */
  api?: 'chat' | 'responses'
  /** Azure's `api-version`; read from the environment when left out. */
  apiVersion?: string
  /** The region of AWS; read from the environment when left out. */
  region?: string
  /** The project of Google Cloud; read from the environment when left out. */
  project?: string
  /** The location of Google Cloud; read from the environment when left out. */
  location?: string
}
