import type { ModelInfo } from './model-info.ts'

/** Tokens kept free for a reply whose length nobody set. */
const usualReply = 1024

/**
 * Whether a request of about so many input tokens, with a reply of up to `maxTokens`, fits into a model;
 * true when its context is not known. An estimate may be off by a third, so a near fit is worth a try.
 */
export function fitsContext(
  info: Pick<ModelInfo, 'contextTokens' | 'maxOutputTokens'>,
  estimatedInputTokens: number,
  maxTokens?: number,
): boolean {
  const { contextTokens = Number.POSITIVE_INFINITY, maxOutputTokens } = info
  const reply = Math.min(maxTokens ?? usualReply, maxOutputTokens ?? Number.POSITIVE_INFINITY)
  return estimatedInputTokens + reply <= contextTokens
}
