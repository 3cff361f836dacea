import type { LMRequest } from '@ockham/core'

/** All that an LM was told in one request. */
export function promptText(request: LMRequest | undefined): string {
  const contents = (request?.messages ?? []).map(({ content }) => content)
  return contents.filter((content) => typeof content === 'string').join('\n')
}

/** What the last message says under a field's header. */
export function promptField(request: LMRequest | undefined, name: string): string {
  const { content } = request?.messages.at(-1) ?? { content: '' }
  const text = typeof content === 'string' ? content : ''
  const [, section = ''] = text.split(`[[ ## ${name} ## ]]\n`)
  return section.split(/\n\n(?:\[\[ ## |Respond with the corresponding)/)[0] ?? ''
}
