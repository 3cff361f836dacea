import { speedOf } from './speed-of.ts'

const usualReplyTokens = 300

/** Milliseconds until a reply of so many tokens should be there. */
export function expectedMs(name: string, replyTokens: number = usualReplyTokens): number {
  const { firstTokenMs, tokensPerSecond } = speedOf(name)
  return firstTokenMs + (replyTokens / tokensPerSecond) * 1000
}
