import type { Adapter } from '../../prompt/adapter.ts'
import type { Field } from '../../signature/field.ts'
import { Signature } from '../../signature/signature.ts'

const history: Field = {
  name: 'history',
  side: 'input',
  type: { kind: 'special', name: 'History' },
}
const reply: Field = { name: 'x', side: 'output', type: { kind: 'str' } }

/**
 * Values as a text in the adapter's own form, each under its name: how DSPy tells of a trajectory. An
 * adapter only writes whole prompts, so they are an earlier turn of one, whose first message they are.
 */
export function toldTrajectory(adapter: Adapter, values: object): string {
  const names = Object.keys(values)
  if (names.length === 0) return ''
  const fields = names.map((name): Field => ({ name, side: 'input', type: { kind: 'str' } }))
  const signature = new Signature({ fields: [history, ...fields, reply] })
  const turns = { messages: [{ ...values, [reply.name]: '' }] }
  const message = adapter.format(signature, [], { [history.name]: turns }, { native: false })[1]
  const content = message?.content ?? ''
  if (typeof content === 'string') return content
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('')
}
