import type { CallRecord } from '../../settings/history/call-record.ts'
import { messageText } from '../../settings/history/message-text.ts'
import { replyText } from '../../settings/history/reply-text.ts'
import { durationText } from '../../settings/printing/duration-text.ts'
import { usageText } from '../../settings/printing/usage-text.ts'
import { clipped } from './clipped.ts'
import { htmlText } from './html-text.ts'

const messageCharacters = 20_000

/** One LM call as HTML: what was asked, what came back, what it took. */
export function reportCall(call: CallRecord): string {
  const { model, predictor, messages, response, error, usage, costUSD, durationMs } = call
  const took = [usage && usageText(usage, costUSD), durationText(durationMs)].filter(Boolean)
  const title = [predictor, model, ...took, call.cached ? 'from a cache' : undefined]
  const outputs = response?.outputs ?? []
  const parts = [
    ...messages.map((message) => part(message.role, messageText(message))),
    ...outputs.flatMap((output) => [
      ...(output.reasoning ? [part('reasoning', output.reasoning)] : []),
      part('reply', replyText(output)),
    ]),
    ...(error ? [part('error', `${error.name}: ${error.message}`)] : []),
  ]
  const summary = htmlText(title.filter((text) => text !== undefined).join(' · '))
  return `<details class="call"><summary>${summary}</summary>${parts.join('')}</details>`
}

function part(name: string, text: string): string {
  return `<h4>${htmlText(name)}</h4><pre dir="auto">${htmlText(clipped(text, messageCharacters))}</pre>`
}
