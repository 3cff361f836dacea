import { jsonText } from '../internal/json-text.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { geminiFinish } from './gemini-finish.ts'
import { geminiLogprobs } from './gemini-logprobs.ts'

/** The parts of one candidate, as far as one chunk has it; `nextCall` numbers the calls. */
export function fromGeminiCandidate(
  candidate: WireObject,
  index: number,
  nextCall: () => number,
): ReplyPart[] {
  const parts = (candidate.object('content')?.objects('parts') ?? []).flatMap((part) =>
    fromPart(part, index, nextCall),
  )
  const logprobs = geminiLogprobs(candidate)
  if (logprobs.length > 0) parts.push({ type: 'logprobs', index, logprobs })
  const reason = candidate.text('finishReason')
  if (reason) parts.push({ type: 'finish', index, reason: geminiFinish(reason) })
  return parts
}

function fromPart(part: WireObject, index: number, nextCall: () => number): ReplyPart[] {
  const call = part.object('functionCall')
  if (call) {
    const json = jsonText(call.json('args'))
    const [id, name] = [call.text('id'), call.text('name')]
    // Every call comes whole, so each is one more.
    return [{ type: 'tool-call', index, key: nextCall(), id, name, arguments: json }]
  }
  const text = part.text('text')
  if (text === undefined) return []
  return [{ type: part.flag('thought') ? 'reasoning' : 'text', index, text }]
}
