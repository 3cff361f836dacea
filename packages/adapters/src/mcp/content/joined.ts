import type { MCPContent } from './from-content.ts'

/** Neighbouring texts as one, line by line. */
export function joined(parts: readonly MCPContent[]): MCPContent[] {
  const out: MCPContent[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (typeof part === 'string' && typeof last === 'string')
      out[out.length - 1] = `${last}\n${part}`
    else out.push(part)
  }
  return out
}
