import { expect, test } from 'vitest'
import { CodeGenerationError } from '../../errors/code-generation-error.ts'
import { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import { InputError } from '../../errors/input-error.ts'
import { OptionError } from '../../errors/option-error.ts'
import { SignatureError } from '../../errors/signature-error.ts'
import { trackUsage } from '../../settings/track-usage.ts'
import { asked, instructed, replying } from '../code/__fixtures__/replying.ts'
import {
  failing,
  scriptedInterpreter,
  submitting,
} from '../code/__fixtures__/scripted-interpreter.ts'
import { ProgramOfThought } from './program-of-thought.ts'

const question = { question: 'What is 1 + 1?', n: 2 }
const code = (text: string) => ({ reasoning: 'Add.', generated_code: text })
const answer = { reasoning: 'It says 2.', answer: 2 }

test('code is written, run, and answered from', async () => {
  const { interpreter, made } = scriptedInterpreter(submitting({ answer: 2 }))
  const lm = replying([code('```javascript\nSUBMIT({ answer: 1 + 1 })\n```'), answer])
  const solve = new ProgramOfThought('question, n: int -> answer: int', { interpreter })
  const { result, usage } = await trackUsage(() => solve(question, { lm }))
  expect(result).toEqual(answer)
  expect(result.$meta.attempts).toBe(2)
  expect(usage.calls).toBe(2)
  expect(made).toEqual([
    {
      finals: ['SUBMIT'],
      functions: [],
      codes: ['SUBMIT({ answer: 1 + 1 })'],
      variables: question,
      closed: 1,
    },
  ])
  expect(asked(lm, 1)).toContain('SUBMIT({ answer: 1 + 1 })')
  expect(asked(lm, 1)).toContain('{"answer":2}')
})

test('code without a fence runs as it is, and what it prints or returns is its output', async () => {
  const { interpreter, made } = scriptedInterpreter({ output: 'so far\n', value: [1, 2] })
  const lm = replying([code('console.log("so far"); [1, 2]'), answer])
  await new ProgramOfThought('question, n: int -> answer: int', { interpreter })(question, { lm })
  expect(made[0]?.codes).toEqual(['console.log("so far"); [1, 2]'])
  expect(asked(lm, 1)).toContain('so far\n[1,2]')
})

test('of code that says nothing the variable it declares last is the result', async () => {
  const { interpreter, made } = scriptedInterpreter({}, { value: 2 })
  const lm = replying([code('const one = 1\nconst result = {\n  const: 2,\n}'), answer])
  await new ProgramOfThought('question, n: int -> answer: int', { interpreter })(question, { lm })
  expect(made[0]?.codes.at(-1)).toBe('result')
  expect(asked(lm, 1)).toContain('[[ ## code_output ## ]]\n2')
})

test('code that fails is written again, with its error and what it printed', async () => {
  const { interpreter } = scriptedInterpreter(
    failing('ReferenceError: x is not defined', 'before'),
    { value: 2 },
  )
  const lm = replying([code('x'), code('1 + 1'), answer])
  const solve = new ProgramOfThought('question, n: int -> answer: int', { interpreter })
  expect((await solve(question, { lm })).answer).toBe(2)
  expect(asked(lm, 1)).toContain('[[ ## previous_code ## ]]\nx\n')
  expect(asked(lm, 1)).toContain('ReferenceError: x is not defined\nPrinted before that:\nbefore')
})

test.each([
  ['empty code', code('```javascript\n```'), 'There was no code.'],
  ['code that gives nothing', code('f()'), 'must call SUBMIT'],
  ['a reply that cannot be read', 'Sorry?', 'cannot be read'],
])('%s is a reason to write again', async (_name, first, reason) => {
  const { interpreter } = scriptedInterpreter({}, { value: 2 })
  const unread = typeof first === 'string'
  const lm = replying([first, ...(unread ? [first] : []), code('1 + 1'), code('1 + 1'), answer])
  const solve = new ProgramOfThought('question, n: int -> answer: int', {
    interpreter,
    maxIters: 4,
  })
  await solve(question, { lm })
  expect(asked(lm, unread ? 2 : 1)).toContain(reason)
})

test('when no code works the error has the last one and why, and the interpreter is closed', async () => {
  const { interpreter, made } = scriptedInterpreter(
    failing('first'),
    failing('second'),
    failing('ReferenceError: z is not defined'),
  )
  const lm = replying([code('x'), code('y'), code('z')])
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  const error = await solve({ question: 'why?' }, { lm }).catch((caught: unknown) => caught)
  if (!CodeGenerationError.is(error)) throw error
  expect(error).toMatchObject({
    generatedCode: 'z',
    reason: 'ReferenceError: z is not defined',
    attempts: 3,
  })
  expect(CodeInterpreterError.is(error.cause)).toBe(true)
  expect(made[0]?.closed).toBe(1)
})

test('an interpreter that is of no use any more ends it', async () => {
  const { interpreter, made } = scriptedInterpreter(() => {
    throw new CodeInterpreterError('closed', { reason: 'closed' })
  })
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  const run = solve({ question: 'why?' }, { lm: replying([code('x'), code('y')]) })
  await expect(run).rejects.toMatchObject({ reason: 'closed' })
  expect(made[0]?.closed).toBe(1)
})

test('inputs are checked before anything is made, and media and dates reach the code as JSON', async () => {
  const { interpreter, made } = scriptedInterpreter({ value: 1 })
  const solve = new ProgramOfThought('rows: list[dict], note: Optional[str] -> answer', {
    interpreter,
  })
  await expect(solve({} as never)).rejects.toBeInstanceOf(InputError)
  expect(made).toEqual([])
  const when = new Date(0)
  const lm = replying([code('rows'), { reasoning: 'r', answer: 'a' }])
  await solve({ rows: [{ when }], note: null }, { lm })
  expect(made[0]?.variables).toEqual({ rows: [{ when: when.toISOString() }], note: null })
})

test('the task and its outputs are told where code is written', async () => {
  const { interpreter } = scriptedInterpreter({ value: 1 })
  const lm = replying([code('1'), { reasoning: 'r', answer: 'yes' }])
  await new ProgramOfThought("question -> answer: 'yes' | 'no'", { interpreter })(
    { question: 'why?' },
    { lm },
  )
  expect(instructed(lm, 0)).toContain('Given the fields `question`, produce the fields `answer`.')
  expect(instructed(lm, 0)).toContain('SUBMIT({ answer })')
  expect(instructed(lm, 0)).toContain('"enum":["yes","no"]')
})

test('many calls at once have an interpreter each', async () => {
  const { interpreter, made } = scriptedInterpreter({ value: 1 })
  const solve = new ProgramOfThought('question -> answer', { interpreter })
  const questions = ['a', 'b', 'c']
  await Promise.all(
    questions.map((text) =>
      solve({ question: text }, { lm: replying([code('1'), { reasoning: 'r', answer: 'a' }]) }),
    ),
  )
  expect(made.map(({ variables }) => variables['question'])).toEqual(questions)
  expect(made.map(({ closed }) => closed)).toEqual([1, 1, 1])
})

test('what cannot work is said when it is made', () => {
  expect(() => new ProgramOfThought('a -> b', { maxIters: 0 })).toThrow(OptionError)
  const instance = scriptedInterpreter().interpreter() as never
  expect(() => new ProgramOfThought('a -> b', { interpreter: instance })).toThrow(OptionError)
  expect(() => new ProgramOfThought('class -> b')).toThrow(SignatureError)
  expect(() => new ProgramOfThought('SUBMIT -> b')).toThrow(SignatureError)
})
