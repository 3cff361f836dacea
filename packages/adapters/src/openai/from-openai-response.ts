import { factsFromBody } from '../failure/facts-from-body.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import type { WireObject } from '../internal/wire-object.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { fromOpenAIChoice } from './from-openai-choice.ts'
import { openaiUsage } from './openai-usage.ts'

/** The parts of a reply in one piece; throws when it reports an error or holds no answer. */
export function fromOpenAIResponse(response: WireObject): ReplyPart[] {
  if (response.has('error')) throw new VendorFailure(factsFromBody(response.json('error')))
  const choices = response.objects('choices')
  if (choices.length === 0) throw new Error('`choices` is empty or missing.')
  const parts = choices.flatMap((choice, position) => wholeChoice(choice, position))
  const usage = response.object('usage')
  if (usage) parts.push({ type: 'usage', usage: openaiUsage(usage, response.text('service_tier')) })
  return [...parts, { type: 'end' }]
}

function wholeChoice(choice: WireObject, position: number): ReplyPart[] {
  const index = choice.number('index') ?? position
  const message = choice.object('message')
  const parts = fromOpenAIChoice(choice, index, message)
  const finish = parts.find((part) => part.type === 'finish')
  const isStop = finish === undefined || finish.reason === 'stop'
  const isEmpty = !parts.some((part) => part.type !== 'finish' && part.type !== 'logprobs')
  if (isEmpty && isStop && !message?.has('content')) throw new Error('the message has no content.')
  if (finish) return parts
  return [...parts, { type: 'finish', index, reason: 'stop' }]
}
