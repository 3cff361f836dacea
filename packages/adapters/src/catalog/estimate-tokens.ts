import { textTokens } from './text-tokens.ts'

// Vendors count an image of a usual size as 250 to 1,600 tokens.
const perImage = 1000
// A second of speech is 10 to 32 tokens and, compressed, some 20,000 characters of base64.
const soundCharactersPerToken = 800
// A page of a PDF is 1,500 to 3,000 tokens and some 100,000 characters of base64.
const fileCharactersPerToken = 40

/** About how many tokens a value is: the strings inside it, with images, sounds and files as vendors count them. */
export function estimateTokens(value: unknown): number {
  return Math.ceil(tokens(value))
}

function tokens(value: unknown): number {
  if (typeof value === 'string') return textTokens(value)
  if (typeof value !== 'object' || value === null) return 0
  return attachment(value) ?? sum(Object.values(value))
}

function sum(values: readonly unknown[]): number {
  return values.reduce((total: number, item) => total + tokens(item), 0)
}

// By the shapes of `LMContentPart`; what has another shape is not one.
function attachment(value: object): number | undefined {
  if (!('type' in value)) return undefined
  if (value.type === 'image' && 'url' in value) return perImage
  if (!('data' in value) || typeof value.data !== 'string') return undefined
  const { length } = value.data
  if (value.type === 'audio') return length / soundCharactersPerToken
  if (value.type === 'file') return length / fileCharactersPerToken
  const isText = 'mediaType' in value && String(value.mediaType).startsWith('text/')
  return value.type === 'document' && !isText ? length / fileCharactersPerToken : undefined
}
