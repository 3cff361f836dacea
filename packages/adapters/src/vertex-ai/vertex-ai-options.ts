import type { VendorOptions } from '../vendor/vendor-options.ts'

/** Options of a Vertex AI model; `apiKey` is an OAuth access token, and rarely needed. */
export interface VertexAIOptions extends VendorOptions {
  /** The Google Cloud project; VERTEXAI_PROJECT or GOOGLE_CLOUD_PROJECT by default. */
  project?: string
  /** VERTEXAI_LOCATION or GOOGLE_CLOUD_LOCATION by default, or else `us-central1`. */
  location?: string
}
