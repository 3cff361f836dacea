import type { VendorOptions } from '../vendor/vendor-options.ts'

/** Options of a model on Amazon Bedrock; `apiKey` is one of Bedrock's API keys. */
export interface BedrockOptions extends VendorOptions {
  /** Such as `eu-west-1`; AWS_REGION_NAME, AWS_REGION or AWS_DEFAULT_REGION by default. */
  region?: string
}
