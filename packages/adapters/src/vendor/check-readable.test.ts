import { expect, test } from 'vitest'
import { ReplyAssembler } from '../reply/reply-assembler.ts'
import type { ReplyPart } from '../reply/reply-part.ts'
import { checkReadable } from './check-readable.ts'

const lost: ReplyPart = { type: 'malformed', text: '{"x' }
const text: ReplyPart = { type: 'text', index: 0, text: 'a' }
const call: ReplyPart = {
  type: 'tool-call',
  index: 0,
  key: 0,
  id: 'c',
  name: 'f',
  arguments: '{}',
}

test.for([
  ['one event', [text, lost], true],
  ['two events', [lost, text, lost], false],
  ['an event inside a tool call', [call, lost], false],
  // The lost event may have been another call.
  ['an event before a tool call', [lost, call], false],
  ['the whole of a tool call', [lost, { type: 'finish', index: 0, reason: 'tool_calls' }], false],
] as const)('a reply without %s: borne is %s', ([, parts, isBorne]) => {
  const reply = new ReplyAssembler()
  for (const part of parts) reply.add(part)
  const check = expect(() => checkReadable(reply))
  if (isBorne) check.not.toThrow()
  else check.toThrow('an event is not JSON: {"x')
})
