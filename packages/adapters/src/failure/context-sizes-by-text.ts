import type { ContextSizes } from '@ockham/core'

const number = String.raw`(\d[\d,]*)`

// The providers' sentences; which number is which only their order tells.
const limitFirst: readonly RegExp[] = [
  new RegExp(
    `maximum context length is ${number} tokens.*?(?:resulted in|requested(?: about)?|contains(?: at least)?) ${number}`,
    'is',
  ),
  new RegExp(`(?:context window|limit) of ${number} tokens.*?${number} tokens`, 'is'),
]
const promptFirst: readonly RegExp[] = [
  new RegExp(`too long: ${number} tokens > ${number}`, 'i'),
  new RegExp(`${number} tokens?\\)? exceeds the available context size \\(?${number}`, 'i'),
  new RegExp(
    `token count \\(${number}\\) exceeds the maximum number of tokens allowed \\(${number}\\)`,
    'i',
  ),
  new RegExp(`current length is ${number} while (?:the )?limit is ${number}`, 'i'),
  new RegExp(
    `input length and .max_tokens. exceed context limit: ${number} \\+ \\d+ > ${number}`,
    'i',
  ),
]

/** The sizes that the wording of an error tells, such as `9001 tokens > 8192 maximum`. */
export function contextSizesByText(message: string): ContextSizes {
  for (const pattern of limitFirst) {
    const [, limit, prompt] = pattern.exec(message) ?? []
    if (limit && prompt) return { promptTokens: count(prompt), limitTokens: count(limit) }
  }
  for (const pattern of promptFirst) {
    const [, prompt, limit] = pattern.exec(message) ?? []
    if (limit && prompt) return { promptTokens: count(prompt), limitTokens: count(limit) }
  }
  const limit = /maximum context length is (\d[\d,]*) tokens/i.exec(message)?.[1]
  return limit ? { limitTokens: count(limit) } : {}
}

function count(digits: string): number {
  return Number(digits.replaceAll(',', ''))
}
