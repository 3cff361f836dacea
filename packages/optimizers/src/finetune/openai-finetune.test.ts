import { AbortError, OptionError } from '@ockham/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenAIServer, openaiServer, type Trouble } from './__fixtures__/openai-server.ts'
import { FinetuneError } from './finetune-error.ts'
import { type OpenAIFinetuneOptions, openaiFinetune } from './openai-finetune.ts'

let server: OpenAIServer
beforeEach(async () => {
  server = await openaiServer()
})
afterEach(() => server.close())

const provider = (options: Partial<OpenAIFinetuneOptions> = {}) =>
  openaiFinetune({ apiKey: 'sk-secret', baseURL: server.baseURL, retrySeconds: 0, ...options })
const jsonl = '{"messages":[]}\n{"messages":[{"role":"user","content":"é🗼"}]}\n'

describe('openaiFinetune', () => {
  it('uploads a file for fine-tuning, as it is', async () => {
    expect(await provider().upload(jsonl)).toBe('file-1')
    expect(server.files.get('file-1')).toEqual({
      name: 'train.jsonl',
      purpose: 'fine-tune',
      text: jsonl,
    })
    expect(server.keys).toEqual(new Set(['Bearer sk-secret']))
  })

  it('begins a job with its seed and settings, and finds it by its file', async () => {
    const request = { model: 'gpt-4o-mini', file: 'file-1', seed: 7 }
    expect(await provider().create({ ...request, hyperparameters: { n_epochs: 3 } })).toBe(
      'ftjob-1',
    )
    await provider().create({ ...request, file: 'file-2', seed: 2 ** 40 })
    expect(server.jobs.get('ftjob-1')).toMatchObject({
      model: 'gpt-4o-mini',
      training_file: 'file-1',
      seed: 7,
      method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3 } } },
    })
    expect(server.jobs.get('ftjob-2')?.method).toBeUndefined()
    expect(server.jobs.get('ftjob-2')?.seed).toBeLessThan(2 ** 31)
    expect(await provider().find?.('file-2')).toBe('ftjob-2')
    expect(await provider().find?.('file-3')).toBeUndefined()
  })

  it('tells how far a job is, to the name of its model', async () => {
    const job = await provider().create({ model: 'gpt-4o-mini', file: 'file-1', seed: 0 })
    expect(await provider().poll(job)).toEqual({ state: 'running' })
    expect(await provider().poll(job)).toEqual({
      state: 'succeeded',
      model: 'ft:gpt-4o-mini:acme::ftjob-1',
      trainedTokens: 1234,
    })
  })

  it('tells why a job failed, and that it was cancelled', async () => {
    server.ending = { status: 'failed', error: { message: 'too few rows' } }
    server.polls = 1
    const job = await provider().create({ model: 'gpt-4o-mini', file: 'file-1', seed: 0 })
    expect(await provider().poll(job)).toEqual({ state: 'failed', message: 'too few rows' })
    const other = await provider().create({ model: 'gpt-4o-mini', file: 'file-1', seed: 0 })
    await provider().cancel(other)
    expect(await provider().poll(other)).toMatchObject({ state: 'cancelled' })
  })

  it('asks again what failed for the moment, but never begins a job twice', async () => {
    const troubles: Trouble[] = [[503, 'busy'], 'hang up', [429, '{}']]
    server.trouble = () => troubles.shift()
    expect(await provider().upload(jsonl)).toBe('file-1')
    expect(server.requests).toHaveLength(4)
    for (const trouble of [[500, '{}'], 'hang up'] as const) {
      const once: Trouble[] = [trouble]
      server.trouble = () => once.shift()
      const job = provider().create({ model: 'gpt-4o-mini', file: 'file-1', seed: 0 })
      await expect(job).rejects.toThrow(FinetuneError)
    }
    expect(server.requests.filter((one) => one === 'POST /fine_tuning/jobs')).toHaveLength(2)
  })

  it('tells what a server refuses without the key, and gives up in the end', async () => {
    server.trouble = () => [401, '{"error":{"message":"Incorrect API key sk-secret"}}']
    const error = await provider()
      .upload(jsonl)
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'finetune', status: 401, provider: 'openai' })
    expect(String(error)).toContain('openai replied 401 to /files: Incorrect API key …')
    server.trouble = () => [500, 'down']
    await expect(provider({ maxRetries: 2 }).poll('ftjob-1')).rejects.toThrow('replied 500')
    expect(server.requests).toHaveLength(4)
    server.trouble = () => [200, '<html>']
    await expect(provider().poll('ftjob-1')).rejects.toThrow('<html>')
    server.trouble = () => [200, '{"status":"exploded"}']
    await expect(provider().poll('ftjob-1')).rejects.toThrow('unknown status exploded')
    server.trouble = () => [200, '{}']
    await expect(provider().upload(jsonl)).rejects.toThrow('gave no id')
  })

  it('waits no longer than it is told, and ends at an abort', async () => {
    server.trouble = () => 'silence'
    const slow = provider({ timeoutSeconds: 0.05, maxRetries: 0 }).poll('ftjob-1')
    await expect(slow).rejects.toThrow('could not be reached')
    const aborted = provider().poll('ftjob-1', { signal: AbortSignal.timeout(30) })
    await expect(aborted).rejects.toThrow(AbortError)
  })

  it('refuses an empty key', () => {
    expect(() => provider({ apiKey: '' })).toThrow(OptionError)
  })
})
