import type { JSONValue, LMMessage } from '@ockham/core'
import { describe, expect, it } from 'vitest'
import { type PromptSpec, renderChat, renderJSON } from './__fixtures__/render-prompt.ts'
import { embedded } from './embedded.ts'

const personSchema =
  'must adhere to the JSON schema: {"type": "object", "$defs": {"Pet": {"type": "object", "properties": {"kind": {"enum": ["cat", "dog"]}}}}, "properties": {"age": {"type": "integer", "minimum": 0}, "nickname": {"anyOf": [{"type": "string"}, {"type": "null"}]}, "pets": {"type": "array", "items": {"$ref": "#/$defs/Pet"}}, "pair": {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}]}}}'

const spec: PromptSpec = {
  inputs: ['text'],
  outputs: [
    { name: 'answer', type: 'str' },
    { name: 'kind', type: 'Kind', note: 'must be one of: news; question' },
    { name: 'urgent', type: 'bool', note: 'must be True or False' },
    { name: 'amount', type: 'int', note: 'must be a single int value' },
    { name: 'score', type: 'float', description: 'Constraints: less than or equal to: 1' },
    { name: 'tags', type: 'list[str]' },
    { name: 'owner', type: 'Person', note: personSchema },
    { name: 'due', type: 'Union[str, NoneType]' },
  ],
}
const names = spec.outputs.map(({ name }) => name)
const text = 'Anna paid 42 dollars for the cat. She needs it immediately!'

async function reply(messages: LMMessage[], json = false): Promise<string> {
  const { outputs } = await embedded('large').generate({
    messages,
    ...(json ? { config: { responseFormat: { type: 'json_object' } } } : {}),
  })
  return outputs[0]?.text ?? ''
}

function sections(chat: string): Map<string, string> {
  const found = [...chat.matchAll(/\[\[ ## (\w+) ## \]\]\n([\s\S]*?)\n\n(?=\[\[)/g)]
  return new Map(found.map(([, name = '', value = '']) => [name, value]))
}

describe('the formats of the embedded model', () => {
  it('writes every field of the chat markup by its type and ends with the marker', async () => {
    const chat = await reply(renderChat(spec, { text }))
    const fields = sections(chat)
    const owner: JSONValue = JSON.parse(fields.get('owner') ?? '')
    expect([...fields.keys()]).toEqual(names)
    expect(chat.endsWith('\n\n[[ ## completed ## ]]')).toBe(true)
    expect(Object.fromEntries(fields)).toMatchObject({ urgent: 'True', amount: '42', due: 'None' })
    expect(text).toContain(fields.get('answer'))
    expect(['news', 'question']).toContain(fields.get('kind'))
    expect(Number(fields.get('score'))).toBeLessThanOrEqual(1)
    expect(JSON.parse(fields.get('tags') ?? '')).toContain('needs')
    expect(owner).toMatchObject({ age: 42, pair: [42, expect.any(String)] })
  })

  it('writes a JSON object with the fields in order where the prompt asks for JSON', async () => {
    const object: JSONValue = JSON.parse(await reply(renderJSON(spec, { text })))
    expect(Object.keys(Object(object))).toEqual(names)
    expect(object).toMatchObject({ urgent: true, amount: 42, due: null })
  })

  it('writes JSON for a chat prompt when the request demands JSON', async () => {
    const object: JSONValue = JSON.parse(await reply(renderChat(spec, { text }), true))
    expect(object).toMatchObject({ urgent: true, amount: 42 })
  })

  it('learns the same from demonstrations in either markup', async () => {
    const demos = Array.from({ length: 6 }, (_, at) => ({
      text: at % 2 === 0 ? `zork blip ${at}` : `quux flarn ${at}`,
      kind: at % 2 === 0 ? 'news' : 'question',
    }))
    const small: PromptSpec = { ...spec, outputs: spec.outputs.slice(1, 2), demos }
    for (const [asked, kind] of [
      ['zork blip', 'news'],
      ['quux flarn', 'question'],
    ] as const) {
      expect(sections(await reply(renderChat(small, { text: asked })))).toEqual(
        new Map([['kind', kind]]),
      )
      expect(JSON.parse(await reply(renderJSON(small, { text: asked })))).toEqual({ kind })
    }
  })

  it('takes an example that is not supplied in full for what it has', async () => {
    const messages = renderChat(
      { ...spec, outputs: spec.outputs.slice(3, 5) },
      { text: 'no digits' },
    )
    const demo: LMMessage[] = [
      {
        role: 'user',
        content:
          'This is an example of the task, though some input or output fields are not supplied.\n\n[[ ## text ## ]]\nno digits here',
      },
      {
        role: 'assistant',
        content:
          '[[ ## amount ## ]]\n7\n\n[[ ## score ## ]]\nNot supplied for this particular example.\n\n[[ ## completed ## ]]\n',
      },
    ]
    const fields = sections(await reply([...messages.slice(0, 1), ...demo, ...messages.slice(1)]))
    expect(fields.get('amount')).toBe('7')
    expect(Number(fields.get('score'))).not.toBeNaN()
  })

  it('answers a question with the sentence of the context that is about it', async () => {
    const task: PromptSpec = {
      inputs: ['context', 'question'],
      outputs: [{ name: 'answer', type: 'str' }],
    }
    const context = 'Bees make honey. The tower was built in 1889. Cats sleep all day.'
    const fields = sections(
      await reply(renderChat(task, { context, question: 'When was the tower built?' })),
    )
    expect(fields.get('answer')).toBe('The tower was built in 1889.')
  })

  it('answers plain prose with a sentence of it, and by the schema when there is one', async () => {
    const messages: LMMessage[] = [{ role: 'user', content: 'Bees make honey. Cats sleep.' }]
    const schema = { type: 'object', properties: { ok: { type: 'boolean' } } }
    const { outputs } = await embedded('nano').generate({
      messages,
      config: { responseFormat: { type: 'json_schema', name: 'reply', schema } },
    })
    expect(['Bees make honey.', 'Cats sleep.']).toContain(await reply(messages))
    expect(JSON.parse(outputs[0]?.text ?? '')).toEqual({ ok: false })
  })

  it('slips in form at most three times in a hundred, never when told not to', async () => {
    const task: PromptSpec = { ...spec, outputs: spec.outputs.slice(1, 2) }
    const count = async (formatSlips: boolean): Promise<number> => {
      const lm = embedded('nano', { formatSlips })
      let slips = 0
      for (let at = 0; at < 400; at += 1) {
        const { outputs } = await lm.generate({
          messages: renderChat(task, { text: `item ${at}` }),
        })
        slips += Number(/\n(News|Question)\n/.test(outputs[0]?.text ?? ''))
      }
      return slips
    }
    expect(await count(false)).toBe(0)
    expect(await count(true)).toBeGreaterThan(0)
    expect(await count(true)).toBeLessThanOrEqual(12)
  })
})
