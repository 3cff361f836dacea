import { expect, test } from 'vitest'
import { z } from 'zod'
import { Module } from '../module/module.ts'
import { Predict } from '../predict/predict.ts'
import { BAMLAdapter } from '../prompt/baml/baml-adapter.ts'
import { ChatAdapter } from '../prompt/chat/chat-adapter.ts'
import { JSONAdapter } from '../prompt/json/json-adapter.ts'
import { XMLAdapter } from '../prompt/xml/xml-adapter.ts'
import { signature } from '../signature/define-signature.ts'
import { MockLM } from '../testing/mock-lm.ts'
import { collectFields } from './__fixtures__/collect.ts'
import { streamify } from './streamify.ts'

const Person = z.object({
  name: z.string(),
  role: z.enum(['boss', 'worker']),
  age: z.number().int(),
  tags: z.array(z.string()).optional(),
})
const spec =
  'text -> people: list[Person], by: dict[str, int], pair: tuple[str, int], note, count: int'
const extract = new Predict(signature(spec, { types: { Person } }))
const people = [
  { name: 'Ann "A" 🗼', role: 'boss' as const, age: 31, tags: ['x', 'y'] },
  { name: 'Bob', role: 'worker' as const, age: 7 },
]
const value = {
  people,
  by: { a: 1, b: 22 },
  pair: ['x', 3] as [string, number],
  note: 'so it is',
  count: 42,
}

const adapters = [new ChatAdapter(), new JSONAdapter(), new BAMLAdapter(), new XMLAdapter()]

/** Whether a value may still become another: lists and texts may be shorter, members missing. */
function mayBecome(partial: unknown, whole: unknown): boolean {
  if (typeof partial === 'string') return typeof whole === 'string' && whole.startsWith(partial)
  if (Array.isArray(partial)) {
    return Array.isArray(whole) && partial.every((item, at) => mayBecome(item, whole[at]))
  }
  if (typeof partial !== 'object' || partial === null) return Object.is(partial, whole)
  const members = Object.entries(partial)
  return members.every(([name, member]) => mayBecome(member, Reflect.get(Object(whole), name)))
}

test.each(adapters)('values grow towards what they become, with $name', async (adapter) => {
  for (const chunkCharacters of [1, 2, 5, 1000]) {
    const lm = new MockLM(value, { chunkCharacters })
    const grown = new Map<string, unknown>()
    let steps = 0
    for await (const event of streamify(extract, { partial: true })(
      { text: 'x' },
      { lm, adapter },
    )) {
      expect(event.type).not.toBe('restart')
      if (event.type !== 'field' || event.value === undefined) continue
      expect(mayBecome(event.value, value[event.field])).toBe(true)
      if (event.done) expect(event.value).toEqual(value[event.field])
      if (JSON.stringify(event.value) !== grown.get(event.field)) steps += 1
      grown.set(event.field, JSON.stringify(event.value))
    }
    expect([...grown.keys()].sort()).toEqual(Object.keys(value).sort())
    if (chunkCharacters === 1) expect(steps).toBeGreaterThan(30)
  }
})

test('a list that is written as elements grows element by element', async () => {
  const reply = `<people><item><name>Ann &amp; co</name><role>boss</role><age>31</age><tags>x</tags></item><item><name>Bob</name></item></people>`
  const program = new Predict(
    signature('text -> people: list[Person]', { types: { Person: Person.partial() } }),
  )
  const lm = new MockLM([reply], { chunkCharacters: 6 })
  const seen: string[] = []
  for await (const event of streamify(program, { partial: true })(
    { text: 'x' },
    { lm, adapter: new XMLAdapter() },
  )) {
    expect(event.type).not.toBe('restart')
    if (event.type !== 'field' || event.value === undefined) continue
    const text = JSON.stringify(event.value)
    if (seen.at(-1) !== text) seen.push(text)
  }
  expect(seen).toEqual([
    '[{"name":"Ann"}]',
    '[{"name":"Ann &"}]',
    '[{"name":"Ann & co"}]',
    '[{"name":"Ann & co","role":"boss"}]',
    '[{"name":"Ann & co","role":"boss","age":31}]',
    '[{"name":"Ann & co","role":"boss","age":31},{"name":"Bob"}]',
    // Elements that are repeated make a list only when all of them are there.
    '[{"name":"Ann & co","role":"boss","age":31,"tags":["x"]},{"name":"Bob"}]',
  ])
})

test('of a text the value is what came of it', async () => {
  const lm = new MockLM({ answer: 'one two' })
  const program = streamify(new Predict('question -> answer'), { partial: true })
  const events = await collectFields(program({ question: '?' }, { lm }))
  expect(events.map((event) => event.value)).toEqual(['one', 'one two', 'one two'])
})

test('a value whose schema makes something else of it is shown once it is complete', async () => {
  const day = z.object({ on: z.string().transform((text) => new Date(text)) })
  const program = new Predict(signature('text -> day: Day', { types: { Day: day } }))
  const lm = new MockLM({ day: { on: '2026-01-01' } }, { chunkCharacters: 2 })
  const events = await collectFields(streamify(program, { partial: true })({ text: 'x' }, { lm }))
  const values = events.flatMap((event) => ('value' in event ? [event.value] : []))
  expect(values).toEqual([{ on: new Date('2026-01-01') }])
})

test('a reply in another notation than JSON is read at the end', async () => {
  const program = new Predict('text -> tags: list[str]')
  const lm = new MockLM(["[[ ## tags ## ]]\n['a', 'b']\n\n[[ ## completed ## ]]"], {
    chunkCharacters: 4,
  })
  const events = await collectFields(streamify(program, { partial: true })({ text: 'x' }, { lm }))
  expect(events[0]?.value).toEqual([])
  expect(events.at(-1)).toMatchObject({ done: true, value: ['a', 'b'] })
})

test('a listener may ask for values by itself', async () => {
  class Both extends Module<{ text: string }, { count: number }> {
    tag = new Predict('text -> tags: list[str]')
    count = new Predict('tags: list[str] -> count: int')
    override async forward({ text }: { text: string }) {
      const { tags } = await this.tag({ text })
      return this.count({ tags })
    }
  }
  const program = streamify(new Both(), {
    listen: [{ field: 'tags', partial: true }, { field: 'count' }],
  })
  const lm = new MockLM({ tags: ['a'], count: 1 })
  const events = await collectFields(program({ text: 'x' }, { lm }))
  expect(events.filter((event) => 'value' in event).map(({ field }) => field)).toContain('tags')
  expect(events.filter((event) => 'value' in event).map(({ field }) => field)).not.toContain(
    'count',
  )
})
