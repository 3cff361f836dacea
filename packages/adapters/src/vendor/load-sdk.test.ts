import { LMConfigurationError } from '@ockham/core'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { loadSDK } from './load-sdk.ts'

function missing(name: string): Promise<never> {
  const message = `Cannot find package '${name}' imported from /app/index.js`
  return Promise.reject(Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' }))
}

test('a missing SDK says what to install', async () => {
  const error = await caught(loadSDK('openai', () => missing('openai')))
  expect(error).toBeInstanceOf(LMConfigurationError)
  expect(String(error)).toContain('npm install openai')
})

test('a package that the SDK itself misses is not mistaken for it', async () => {
  const error = await caught(loadSDK('openai', () => missing('left-pad')))
  expect(error).not.toBeInstanceOf(LMConfigurationError)
})

test('what is installed is returned', async () => {
  expect(await loadSDK('node:os', () => import('node:os'))).toHaveProperty('cpus')
})
