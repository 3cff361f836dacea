import type { Style, TextStyle } from '../../internal/text-style.ts'
import { visibleText } from '../../internal/visible-text.ts'
import type { LMMessage } from '../../lm/lm-message.ts'
import { durationText } from '../printing/duration-text.ts'
import { usageText } from '../printing/usage-text.ts'
import type { CallRecord } from './call-record.ts'
import { messageText } from './message-text.ts'
import { replyText } from './reply-text.ts'

const roleStyles: Record<LMMessage['role'], Style> = {
  system: 'magenta',
  user: 'blue',
  assistant: 'green',
  tool: 'yellow',
}

/** A call for people: what was asked turn by turn, what came back, and what it took. */
export function formatCall(call: CallRecord, style: TextStyle): string {
  const section = (name: string, title: Style, text: string): string =>
    `${style(title, `${name}:`)}\n\n${visibleText(text)}\n`
  const sections = call.messages.map((message) =>
    section(titleOf(message), roleStyles[message.role] ?? 'cyan', messageText(message)),
  )
  const outputs = call.response?.outputs ?? []
  for (const [index, output] of outputs.entries()) {
    const number = outputs.length > 1 ? ` ${index + 1}` : ''
    if (output.reasoning) sections.push(section(`Reasoning${number}`, 'dim', output.reasoning))
    sections.push(section(`Response${number}`, 'green', replyText(output)))
  }
  if (call.error) {
    sections.push(section('Error', 'red', `${call.error.name}: ${call.error.message}`))
  }
  return [style('bold', headline(call)), '', ...sections, style('dim', summary(call)), ''].join(
    '\n',
  )
}

function headline({ callId, model, predictor, startedAt }: CallRecord): string {
  const when = new Date(startedAt).toISOString()
  return visibleText([callId, model, predictor, when].filter(Boolean).join('  '))
}

function titleOf({ role, toolCallId }: LMMessage): string {
  const name = role.charAt(0).toUpperCase() + role.slice(1)
  return toolCallId === undefined ? `${name} message` : `${name} message (${toolCallId})`
}

function summary(call: CallRecord): string {
  const reasons = call.response?.outputs.map(({ finishReason }) => finishReason) ?? []
  const { response } = call
  return [
    ...(response && response.model !== call.model ? [`served by ${response.model}`] : []),
    ...(call.usage ? [usageText(call.usage, call.costUSD)] : []),
    durationText(call.durationMs),
    ...new Set(reasons),
    ...(call.firstEventMs === undefined ? [] : [`first ${durationText(call.firstEventMs)}`]),
    ...(call.streamed ? ['streamed'] : []),
    ...(call.cached ? ['from a cache'] : []),
  ].join(' · ')
}
