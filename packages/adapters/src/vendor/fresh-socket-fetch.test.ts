import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { freshSocketFetch } from './fresh-socket-fetch.ts'

const post = { method: 'POST', body: '{}' }
const reset = (facts: object = { code: 'ECONNRESET' }): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), facts) })

/** A `fetch` that gives these answers one after the other. */
function scripted(...answers: (Error | Response)[]) {
  let calls = 0
  const fetch: typeof globalThis.fetch = async () => {
    const answer = answers[calls]
    calls += 1
    if (answer === undefined || answer instanceof Error) throw answer
    return answer
  }
  return { fetch: freshSocketFetch(fetch), calls: () => calls }
}

test('a kept connection that is gone is replaced at once', async () => {
  const { fetch, calls } = scripted(new Response('one'), reset(), new Response('two'))
  await fetch('http://host', post)
  expect(await (await fetch('http://host', post)).text()).toBe('two')
  expect(calls()).toBe(3)
})

test('the second failure is told', async () => {
  const second = reset()
  const { fetch, calls } = scripted(new Response('one'), reset(), second)
  await fetch('http://host', post)
  expect(await caught(fetch('http://host', post))).toBe(second)
  expect(calls()).toBe(3)
})

test.for([
  ['on a first connection', [reset()], post],
  [
    'on a connection that Node knows to be new',
    [new Response(), reset({ code: 'UND_ERR_SOCKET', socket: { bytesRead: 0 } })],
    post,
  ],
  ['that is no reset', [new Response(), reset({ code: 'ENOTFOUND' })], post],
  ['of a body that cannot be sent twice', [new Response(), reset()], { body: new Blob(['x']) }],
  ['of a call that is over', [new Response(), reset()], { ...post, signal: AbortSignal.abort() }],
  [
    'long after the server closes its connections',
    [new Response('', { headers: { 'keep-alive': 'timeout=0' } }), reset()],
    post,
  ],
] as const)('a failure %s is told as it is', async ([, answers, init]) => {
  const { fetch, calls } = scripted(...answers)
  for (let call = 1; call < answers.length; call += 1) await fetch('http://host', post)
  expect(await caught(fetch('http://host', init))).toBe(answers.at(-1))
  expect(calls()).toBe(answers.length)
})
