import { firstSet } from '../internal/environment.ts'
import { withoutEnding } from '../vendor/without-ending.ts'
import type { BedrockOptions } from './bedrock-options.ts'

/** Where the region is looked up, the first that is set wins. */
export const regionNames: readonly string[] = [
  'AWS_REGION_NAME',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
]

/** The server of the region, without the path of a wire; undefined as long as no region is known. */
export function bedrockURL({ region, env = process.env }: BedrockOptions): string | undefined {
  const name = region ?? firstSet(env, regionNames)
  // A key must not go where a slip of the pen leads.
  if (name === undefined || !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(name)) return undefined
  const domain = name.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://bedrock-runtime.${name}.${domain}`
}

/** The address of one wire; the path is not added to a base URL that has it already. */
export function wireURL(baseURL: string, path: '/anthropic' | '/openai/v1'): string {
  return withoutEnding(baseURL, [path, `${path}/v1`]) + path
}
