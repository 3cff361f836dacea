import { inspect } from 'node:util'
import { LMTransportError, LMUnexpectedError, OptionError } from '@ockham/core'
import { expect, test } from 'vitest'
import type { FailureContext } from './failure-context.ts'
import { toLMError } from './to-lm-error.ts'

const context: FailureContext = {
  provider: 'openai',
  model: 'openai/gpt-4o-mini',
  host: 'api.openai.com',
  keyNames: ['OPENAI_API_KEY'],
  baseURLNames: ['OPENAI_BASE_URL'],
  secrets: ['sk-secret-key'],
  unknownModelAdvice: 'Check its name.',
}

function withCode(message: string, code: string): Error {
  return new Error('fetch failed', { cause: Object.assign(new Error(message), { code }) })
}

test.for([
  ['ECONNREFUSED', 'OPENAI_BASE_URL'],
  ['ENOTFOUND', 'host name does not exist'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['ECONNRESET', 'Trying again'],
] as const)('%s is a transport error that helps', ([code, advice]) => {
  const error = toLMError(withCode('it broke', code), undefined, context)
  expect(error).toBeInstanceOf(LMTransportError)
  expect(error.message).toContain('api.openai.com')
  expect(error.message).toContain(advice)
  expect(error).toMatchObject({ providerCode: code, provider: 'openai', model: context.model })
})

test('both address families refusing is one refusal', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  const cause = new AggregateError([refused, refused])
  const error = toLMError(new TypeError('fetch failed', { cause }), undefined, context)
  expect(error.message).toContain('ECONNREFUSED')
})

test('an error of ours passes through', () => {
  const error = new OptionError('n', 'is wrong.')
  expect(toLMError(error, undefined, context)).toBe(error)
})

test('anything else is unexpected and keeps its cause', () => {
  const cause = new Error('what')
  const error = toLMError(cause, undefined, context)
  expect(error).toBeInstanceOf(LMUnexpectedError)
  expect(error.cause).toBe(cause)
})

test('a secret a server quotes appears neither in the message nor in the cause', () => {
  const quoted = Object.assign(new Error('bad key sk-secret-key'), { error: 'sk-secret-key' })
  for (const facts of [undefined, { codes: [], message: 'bad key sk-secret-key' }]) {
    expect(inspect(toLMError(quoted, facts, context), { depth: 9 })).not.toContain('sk-secret-key')
  }
})

test.for([
  ['its headers', { headers: new Headers({ 'x-echo': 'sk-secret-key' }) }],
  ['its body', { error: { deep: { echo: 'sk-secret-key' } } }],
  ['what it holds', { request: { headers: { authorization: 'Bearer sk-secret-key' } } }],
  ['its own cause', { cause: new Error('with sk-secret-key') }],
])('a cause with the key in %s is not kept', ([, facts]) => {
  const cause = Object.assign(new Error('it broke'), facts, { code: 'ECONNRESET' })
  const error = toLMError(cause, undefined, context)
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('sk-secret-key')
  expect(error.cause).toMatchObject({ message: 'it broke', code: 'ECONNRESET' })
})

test('facts that a server echoes show no key', () => {
  const facts = { status: 400, codes: ['sk-secret-key'], message: '', requestId: 'sk-secret-key' }
  const error = toLMError(new Error('x'), facts, context)
  expect(JSON.stringify(error)).not.toContain('sk-secret-key')
})

test('a code that a server made up is not kept with a cause that is', () => {
  const cause = Object.assign(new Error('x'), { code: 'echo: sk-secret-key', error: {} })
  const error = toLMError(cause, undefined, context)
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('sk-secret-key')
})
