import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { AbortError } from '../../errors/abort-error.ts'
import { LMAuthError } from '../../errors/lm-auth-error.ts'
import { LMRateLimitError } from '../../errors/lm-rate-limit-error.ts'
import { letterModel } from '../__fixtures__/letter-model.ts'
import type { EmbeddingModel } from '../embedding-model.ts'
import { Embedder } from './embedder.ts'

const soon = { initialDelayMs: 1, maxDelayMs: 2 }

function failing(errors: Error[]): EmbeddingModel & { calls: number } {
  const model = {
    ...letterModel(),
    calls: 0,
    async embed(texts: readonly string[]) {
      model.calls += 1
      const error = errors.shift()
      if (error) throw error
      return { embeddings: texts.map(() => [1]) }
    },
  }
  return model
}

test('a request that was told to slow down is made again', async () => {
  const model = failing([new LMRateLimitError('slow down'), new LMRateLimitError('slow down')])
  expect(await new Embedder(model, { retry: soon }).embed('a')).toEqual(Float32Array.of(1))
  expect(model.calls).toBe(3)
})

test('it is made no more often than it may be', async () => {
  const errors = Array.from({ length: 9 }, () => new LMRateLimitError('slow down'))
  const model = failing(errors)
  const embedder = new Embedder(model, { retry: { ...soon, attempts: 2 } })
  await expect(embedder.embed('a')).rejects.toThrow('slow down')
  expect(model.calls).toBe(2)
})

test('a failure that will not pass is thrown as it is', async () => {
  const error = new LMAuthError('no key')
  const model = failing([error])
  await expect(new Embedder(model, { retry: soon }).embed('a')).rejects.toBe(error)
  expect(model.calls).toBe(1)
})

test('the failure of one batch ends the others and starts no further one', async () => {
  const signals: AbortSignal[] = []
  const model: EmbeddingModel = {
    model: 'test/half',
    embed(texts, { signal } = {}) {
      if (signal) signals.push(signal)
      if (texts[0] === 'b') return Promise.reject(new LMAuthError('no key'))
      return new Promise(() => {})
    },
  }
  const embedder = new Embedder(model, { batchSize: 1, concurrency: 2 })
  await expect(embedder.embed(['a', 'b', 'c', 'd'])).rejects.toThrow('no key')
  expect(signals).toHaveLength(2)
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
})

test('an abort ends the call at once, also of a model that does not listen', async () => {
  const embedder = new Embedder(() => new Promise(() => {}))
  const caller = new AbortController()
  const call = embedder.embed(['a'], { signal: caller.signal })
  setTimeout(() => caller.abort('enough'), 5)
  const error: unknown = await call.catch((e) => e)
  expect(error).toBeInstanceOf(AbortError)
  expect(error).toMatchObject({ cause: 'enough' })
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0)
})

test('a signal that has fired asks nothing', async () => {
  const model = letterModel()
  const call = new Embedder(model).embed('a', { signal: AbortSignal.abort() })
  await expect(call).rejects.toBeInstanceOf(AbortError)
  expect(model.asked).toEqual([])
})

test('an abort ends the wait before a further attempt', async () => {
  const model = failing([new LMRateLimitError('slow down', { retryAfterMs: 30_000 })])
  const call = new Embedder(model).embed('a', { signal: AbortSignal.timeout(10) })
  await expect(call).rejects.toBeInstanceOf(AbortError)
})
