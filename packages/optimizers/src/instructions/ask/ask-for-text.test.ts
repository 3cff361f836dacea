import { JSONAdapter, LMAuthError, signature } from '@ockham/core'
import { MockLM } from '@ockham/core/testing'
import { describe, expect, it } from 'vitest'
import { promptText } from '../__fixtures__/prompt-text.ts'
import { askForText } from './ask-for-text.ts'
import { askSeveral } from './ask-several.ts'

const task = signature('examples -> advice')
const inputs = { examples: 'some' }

describe('askForText', () => {
  it.each([
    ['in a section', '[[ ## advice ## ]]\nSort the mail.\n\n[[ ## completed ## ]]'],
    ['as nothing but the text', 'Sort the mail.'],
    [
      'with words behind the end',
      '[[ ## advice ## ]]\nSort the mail.\n[[ ## completed ## ]]\nDone!',
    ],
    ['without the end', '[[ ## advice ## ]]\nSort the mail.'],
    ['as JSON', '{"advice": "Sort the mail."}'],
    ['as fenced JSON', '```json\n{"advice": "Sort the mail."}\n```'],
    ['in tags', '<advice>\nSort the mail.\n</advice>'],
    ['behind some words', 'Let me see.\n[[ ## advice ## ]]\nSort the mail.'],
  ])('reads a reply %s with one call', async (_form, reply) => {
    const lm = new MockLM([reply])
    expect(await askForText(task, inputs, { lm })).toBe('Sort the mail.')
    expect(lm.requests).toHaveLength(1)
  })

  it('keeps headers of other fields that the text quotes', async () => {
    const text = 'Begin with\n[[ ## answer ## ]]\nand end with\n[[ ## completed ## ]]\nas told.'
    const lm = new MockLM([`[[ ## advice ## ]]\n${text}\n\n[[ ## completed ## ]]`])
    expect(await askForText(task, inputs, { lm })).toBe(text)
  })

  it('takes its own header inside a fence for a part of the text', async () => {
    const text = '```\nNever write\n[[ ## advice ## ]]\nplease.\n```'
    expect(await askForText(task, inputs, { lm: new MockLM([text]) })).toBe(text)
  })

  it.each([
    '```\nEnd with\n[[ ## completed ## ]]\nplease.\n```',
    '{ and } are brackets.',
    '<role>A clerk.</role> Sort.',
  ])('takes what only resembles another form as it is: %j', async (text) => {
    expect(await askForText(task, inputs, { lm: new MockLM([text]) })).toBe(text)
  })

  it('passes the settings of the call on', async () => {
    const lm = new MockLM({ advice: 'x' })
    await askForText(task, inputs, { lm, temperature: 0.7, rolloutId: 5 })
    expect(lm.requests[0]?.config).toMatchObject({ temperature: 0.7, rolloutId: 5 })
  })

  it('asks by the adapter of the call, and takes a reply that it cannot read for an empty one', async () => {
    const lm = new MockLM(['no JSON', 'again none'])
    expect(await askForText(task, inputs, { lm, adapter: new JSONAdapter() })).toBe('')
    expect(promptText(lm.requests[0])).toContain('JSON')
  })

  it('passes the failure of the LM on', async () => {
    const lm = new MockLM(() => {
      throw new LMAuthError('no key')
    })
    await expect(askForText(task, inputs, { lm })).rejects.toThrow('no key')
  })

  it('asks nothing when the signal is aborted', async () => {
    const lm = new MockLM({ advice: 'x' })
    const call = { lm, signal: AbortSignal.abort() }
    await expect(askForText(task, inputs, call)).rejects.toThrow()
    expect(lm.requests).toHaveLength(0)
  })
})

describe('askSeveral', () => {
  it('asks under rollout ids of its own, so that a cache does not give one reply to all', async () => {
    const lm = new MockLM((request) => `reply ${request.config?.rolloutId}`)
    const texts = await askSeveral(task, inputs, 3, { lm, rolloutId: 10 })
    expect(texts).toEqual(['reply 10', 'reply 11', 'reply 12'])
  })

  it('goes without the replies of calls that fail, unless all do', async () => {
    const lm = new MockLM(({ config }) => {
      if (config?.rolloutId !== 1) throw new LMAuthError(`no key ${config?.rolloutId}`)
      return 'reply'
    })
    expect(await askSeveral(task, inputs, 3, { lm })).toEqual(['reply'])
    await expect(askSeveral(task, inputs, 1, { lm })).rejects.toThrow('no key 0')
  })
})
