import { MockLM } from '@ockham/core/testing'

/** What a sensible model would do, step by step. The first refund is too much, and the tool says so. */
const steps = [
  { tool: 'find_orders', args: { customer: 'Ana Ruiz' }, thought: 'First I look up the order.' },
  { tool: 'track_parcel', args: { parcel: 'P-900' }, thought: 'Where is the parcel?' },
  { tool: 'refund', args: { order: 'A17', euros: 495 }, thought: 'It is lost, so I pay it back.' },
  { tool: 'refund', args: { order: 'A17', euros: 49.5 }, thought: 'That was a slip: 49.50 euros.' },
  { tool: 'finish', args: {}, thought: 'All is settled.' },
]

/** Stands in for a model: it follows the script. */
export function standIn(): MockLM {
  const replies = steps.map(({ tool, args, thought }) =>
    written({ next_thought: thought, next_tool_name: tool, next_tool_args: JSON.stringify(args) }),
  )
  const last = written({
    reasoning: 'The parcel is lost, and the refund was paid.',
    reply:
      'Dear Ana, your parcel was lost on its way. We have paid back 49.50 euros. We are sorry!',
    refunded: '49.5',
  })
  return new MockLM([...replies, last])
}

function written(fields: Readonly<Record<string, string>>): string {
  const sections = Object.entries(fields).map(([name, value]) => `[[ ## ${name} ## ]]\n${value}`)
  return [...sections, '[[ ## completed ## ]]'].join('\n\n')
}
