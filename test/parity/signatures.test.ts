import {
  type FieldDefinition,
  Predict,
  type Signature,
  SignatureError,
  signature,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { namedTypes } from './named-types.ts'
import { inOurSpelling, vectors } from './vectors.ts'

interface Edit {
  op: 'prepend' | 'append' | 'insert' | 'delete' | 'withInstructions' | 'withField'
  side?: 'input' | 'output'
  name?: string
  type?: string
  description?: string
  prefix?: string
  index?: number
  instructions?: string
}

interface FieldRecord {
  name: string
  type: string
  description: string
  prefix: string
}

interface SignatureVector {
  id: string
  spec: string
  instructions: string | null
  edits: Edit[]
  result: { instructions: string; inputs: FieldRecord[]; outputs: FieldRecord[] } | null
  error: string | null
}

const recorded = vectors<SignatureVector>('signatures')

function edited({ spec, instructions, edits }: SignatureVector): Signature {
  let made: Signature = signature(spec, {
    types: namedTypes,
    ...(instructions === null ? {} : { instructions }),
  })
  for (const edit of edits) made = apply(made, edit)
  return made
}

function apply(made: Signature, { op, index = 0, name = '', ...edit }: Edit): Signature {
  const field: FieldDefinition = {
    type: edit.type ?? 'str',
    side: edit.side ?? 'output',
    ...(edit.description === undefined ? {} : { description: edit.description }),
  }
  switch (op) {
    case 'prepend':
      return made.prepend(name, field)
    case 'append':
      return made.append(name, field)
    case 'insert':
      return made.insert(index, name, field)
    case 'delete':
      return made.delete(name)
    case 'withInstructions':
      return made.withInstructions(edit.instructions ?? '')
    case 'withField':
      return made.describe(
        name,
        edit.description === undefined ? {} : { description: edit.description },
      )
  }
}

/**
 * What is an error here on purpose: no output, a field that is there already (DSPy replaces it without a
 * word), what only Python has; and what is not here: labels of one's own, which no prompt shows.
 */
function differsOnPurpose({ spec, edits }: SignatureVector): boolean {
  const names = [...spec.matchAll(/([\p{L}\p{N}_]+)\s*(?=[:,]|->|$)/gu)].map(([, name]) => name)
  const added = edits.flatMap(({ op, name }) =>
    op === 'prepend' || op === 'append' || op === 'insert' ? [name] : [],
  )
  return (
    /->\s*$|[*=()]|\b(?:set|frozenset|bytes|typing)\b|list\[\w+, /.test(spec) ||
    new Set([...names, ...added]).size < names.length + added.length ||
    edits.some(({ prefix }) => prefix !== undefined)
  )
}

const comparable = recorded.filter((vector) => !differsOnPurpose(vector))

test.each(comparable.filter(({ result }) => result !== null))(
  '$id: `$spec` has the fields, labels and instructions it has in DSPy',
  (vector) => {
    const made = edited(vector)
    const state = new Predict(made).dumpState({ format: 'dspy' })
    const { inputs, outputs, instructions } = vector.result ?? {
      inputs: [],
      outputs: [],
      instructions: '',
    }
    expect(made.inputFields.map(({ name }) => name)).toEqual(inputs.map(({ name }) => name))
    expect(made.outputFields.map(({ name }) => name)).toEqual(outputs.map(({ name }) => name))
    expect(state['signature']).toEqual({
      instructions,
      fields: [...inputs, ...outputs].map(({ prefix, description }) => ({ prefix, description })),
    })
  },
)

test.each(recorded.filter(({ error }) => error !== null))(
  '$id: what DSPy refuses, `$spec`, is a SignatureError or means something here',
  (vector) => {
    try {
      edited(vector)
    } catch (error) {
      expect(error).toBeInstanceOf(SignatureError)
    }
  },
)

test.each(vectors<{ id: string; name: string; prefix: string }>('prefixes'))(
  '$id: `$name` is labelled `$prefix`',
  ({ name, prefix }) => {
    const made = signature('first_of_all -> last_of_all').append(name, 'str')
    const { signature: state } = new Predict(made).dumpState({ format: 'dspy' })
    expect(state).toMatchObject({ fields: [{}, {}, { prefix: `${prefix}:` }] })
  },
)

test('bounds are recorded under Python’s names', () => {
  expect(inOurSpelling({ min_length: 1, ge: 2 })).toEqual({ minLength: 1, ge: 2 })
})
