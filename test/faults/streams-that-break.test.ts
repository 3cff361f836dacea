import { openaiCompatible } from '@ockham/adapters'
import {
  AllRoutesFailedError,
  fallback,
  LMStreamTruncatedError,
  LMTimeoutError,
  Predict,
  retrying,
  streamify,
} from '@ockham/core'
import { afterEach, expect, test } from 'vitest'
import { chatServer, cut, early, never, properly } from './chat-server.ts'

const half = ['[[ ## answer ## ]]\n', 'The first half of ']
const whole = ['[[ ## answer ## ]]\n', 'The whole ', 'answer.', '\n\n[[ ## completed ## ]]']
const servers: { close: () => Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(...script: Parameters<typeof chatServer>) {
  const server = await chatServer(...script)
  servers.push(server)
  return server
}

function lmAt(baseURL: string) {
  return openaiCompatible({ baseURL, model: 'served', timeouts: { idleMs: 200 } })
}

/** What a reader who obeys `restart` sees in the end, and how often it was told to start again. */
async function read(lm: ReturnType<typeof lmAt>): Promise<{ shown: string; restarts: number }> {
  let shown = ''
  let restarts = 0
  const stream = streamify(new Predict('question -> answer'))({ question: 'why?' }, { lm })
  for await (const event of stream) {
    if (event.type === 'field') shown += event.delta
    if (event.type !== 'restart') continue
    shown = ''
    restarts += 1
  }
  expect((await stream.prediction).answer).toBe(shown)
  return { shown, restarts }
}

test.each([
  ['is cut', cut],
  ['just ends', early],
  ['falls silent', never],
])(
  'a stream that %s in the middle is told again by the next LM, and shown once',
  async (_name, end) => {
    const [broken, sound] = [await serve(half, end), await serve(whole, properly)]
    const lm = fallback(lmAt(broken.baseURL), lmAt(sound.baseURL))
    expect(await read(lm)).toEqual({ shown: 'The whole answer.', restarts: 1 })
    expect([broken.requests(), sound.requests()]).toEqual([1, 1])
  },
)

test('without another LM a cut stream is an error, never half an answer', async () => {
  const { baseURL } = await serve(half, early)
  await expect(read(lmAt(baseURL))).rejects.toThrow(LMStreamTruncatedError)
})

test('a silent server is left after its time, and not asked again', async () => {
  const server = await serve(half, never)
  await expect(read(retrying(lmAt(server.baseURL), { initialDelayMs: 1 }))).rejects.toThrow(
    LMTimeoutError,
  )
  expect(server.requests()).toBe(1)
})

test('when every route breaks, the error tells of each', async () => {
  const [one, other] = [await serve(half, cut), await serve(half, early)]
  const error = await read(fallback(lmAt(one.baseURL), lmAt(other.baseURL))).catch(
    (caught: unknown) => caught,
  )
  expect(AllRoutesFailedError.is(error) && error.errors).toHaveLength(2)
})
