import { context, LMNotConfiguredError, Predict } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { expect, it } from 'vitest'
import { checkPromptModel, resolvePromptModel } from './prompt-model.ts'

const [given, own, around] = ['given', 'own', 'around'].map((model) => new MockLM({}, { model }))

it('takes the LM given, else that of the program, else the one around it', async () => {
  const bare = new Predict('question -> answer')
  const bound = new Predict('question -> answer')
  bound.lm = own
  await context({ lm: around as MockLM }, async () => {
    expect(resolvePromptModel(given, bound).model).toBe('given')
    expect(resolvePromptModel(undefined, bound).model).toBe('own')
    expect(resolvePromptModel(undefined, bare).model).toBe('around')
  })
  expect(() => resolvePromptModel(undefined, bare)).toThrow(LMNotConfiguredError)
})

it('refuses what is no LM, by name', () => {
  // What a caller without types may write.
  expect(() => checkPromptModel('openai/gpt-4o' as never)).toThrow('`promptModel` must be an LM')
})
