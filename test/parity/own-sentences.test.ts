import { BAMLAdapter, type LM, type LMMessage, TwoStepAdapter } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'
import { differsOnPurpose, withoutDocumentation } from './on-purpose.ts'
import { type RecordedSignature, recordedSignature, vectors } from './vectors.ts'

/** These two adapters have DSPy's structure and sentences of their own, which are exchanged to compare. */
interface Recorded {
  id: string
  signature: RecordedSignature
  demos: Record<string, unknown>[]
  inputs: Record<string, unknown>
  messages: { role: string; content: unknown }[]
  extraction?: { completion: string; messages: { role: string; content: string }[] }
}

const enums = { Color: '"red" or "green" or "dark blue"', Priority: '"low" or "high"' }

test.each(vectors<Recorded>('baml'))('$id: BAMLAdapter tells of types as DSPy does', (vector) => {
  const { signature, demos, inputs, messages } = vector
  const ours = new BAMLAdapter({ useNativeFunctionCalling: false })
    .format(recordedSignature(signature), demos, inputs)
    .map(asDSPyMessage)
  const expected = messages.map(withoutDocumentation).map((message) => ({
    ...message,
    content:
      message.role === 'system'
        ? String(message.content)
            .replaceAll(/^Output field (`[^`]+`) should be of type: /gm, '$1 is of this type: ')
            .replaceAll(/(?<=(?:of this type|\w): .*)\b(Color|Priority)\b/g, (name) =>
              name === 'Color' ? enums.Color : enums.Priority,
            )
        : message.content,
  }))
  expect(ours).toEqual(expected)
})

const sentences = {
  'You are a helpful assistant that can solve tasks based on user input.':
    'You solve tasks for a user.',
  'As input, you will be provided with:': 'The user gives you:',
  'Your outputs must contain:': 'Your answer must contain:',
  'You should lay out your outputs in detail so that your answer can be understood by another agent':
    'Write it out in full, in your own form, so that a reader who knows nothing else can find each of these in it.',
  'Specific instructions:': 'The task:',
}

const twoStep = vectors<Recorded>('two-step').filter((vector) => !differsOnPurpose(vector))

function exchanged(content: unknown): string {
  let text = String(content)
  for (const [theirs, ours] of Object.entries(sentences)) text = text.replace(theirs, ours)
  return text
}

test.each(twoStep)('$id: TwoStepAdapter asks as DSPy does, lists and objects as JSON', (vector) => {
  const { signature, demos, inputs } = vector
  // A question without inputs is an empty message, which servers refuse, so there is none here.
  const messages = vector.messages.filter(({ content }) => content !== '')
  const made = recordedSignature(signature)
  const ours = new TwoStepAdapter({ lm: new MockLM([]) })
    .format(made, demos, inputs)
    .filter(({ content }) => content !== '')
  expect(ours.map(({ role }) => role)).toEqual(messages.map(({ role }) => role))
  for (const [index, { role, content }] of messages.entries()) {
    const own: unknown = ours[index]?.content
    if (role === 'system') expect(own).toBe(exchanged(content))
    else expect(names(own)).toEqual(names(content))
  }
})

/** The names at the beginnings of paragraphs. */
function names(content: unknown): string[] {
  return [...String(content).matchAll(/(?:^|\n\n)([\p{L}\p{N}_]+): /gu)].map(
    ([, name]) => name ?? '',
  )
}

// An output that is called `text` takes the place of the text itself in DSPy.
const extracted = twoStep.filter(({ signature }) => !/-> .*\btext\b/.test(signature.spec))

test.each(extracted)('$id: the second LM is asked for the outputs as in DSPy', async (vector) => {
  const { extraction = { completion: '', messages: [] }, signature } = vector
  const asked: LMMessage[] = []
  const lm: LM = {
    model: 'test/extractor',
    async generate(request) {
      asked.push(...request.messages)
      return {
        model: 'test/extractor',
        outputs: [{ text: '', finishReason: 'stop' }],
        usage: { inputTokens: 1, outputTokens: 1 },
      }
    },
    async *stream() {},
  }
  const parsed = new TwoStepAdapter({ lm }).parse(
    recordedSignature(signature),
    extraction.completion,
  )
  await Promise.resolve(parsed).catch(() => undefined)
  const [system, user] = extraction.messages
  expect(asked[1]?.content).toBe(user?.content)
  expect(String(asked[0]?.content).split('your objective is:')[0]).toBe(
    withoutDocumentation(system ?? { role: '', content: '' })
      .content?.toString()
      .split('your objective is:')[0],
  )
})
