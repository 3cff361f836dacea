import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { VendorFailure } from '../failure/vendor-failure.ts'
import { postJSON } from './post-json.ts'
import { sameOriginFetch } from './same-origin-fetch.ts'

const { signal } = new AbortController()
const headers = { 'x-goog-api-key': 'secret', authorization: 'Bearer secret' }
const options = { headers, body: { a: 1 }, signal, fetch: sameOriginFetch(fetch) }

test('a body is sent as JSON with its headers', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200).end('{"ok":true}')
  })
  const response = await postJSON({ ...options, url: `${server.url}/v1` })
  expect(await response.json()).toEqual({ ok: true })
  expect(server.requests[0]).toMatchObject({
    path: '/v1',
    body: { a: 1 },
    headers: { ...headers, 'content-type': 'application/json' },
  })
})

test('an error keeps status, codes, wait, request id and limits', async () => {
  await using server = await scriptedServer((response) => {
    const limits = { 'x-ratelimit-remaining-requests': '0', 'x-request-id': 'r1' }
    response.writeHead(429, { ...limits, 'retry-after': '3' })
    response.end('{"error":{"code":"slow_down","message":"wait"}}')
  })
  const error = await caught(postJSON({ ...options, url: server.url }))
  expect(error instanceof VendorFailure && error.facts).toMatchObject({
    status: 429,
    codes: ['slow_down'],
    message: 'wait',
    retryAfterMs: 3000,
    requestId: 'r1',
    rateLimits: { requests: { remaining: 0 } },
  })
})

test.for([
  ['a page of HTML', '<html>502</html>', '<html>502</html>'],
  ['an empty body', '', ''],
  ['more text than anyone reads', 'x'.repeat(1_000_000), `${'x'.repeat(500)}…`],
] as const)('an error with %s keeps its status', async ([, body, message]) => {
  await using server = await scriptedServer((response) => {
    response.writeHead(502).end(body)
  })
  const error = await caught(postJSON({ ...options, url: server.url }))
  expect(error instanceof VendorFailure && error.facts).toMatchObject({ status: 502, message })
})

test('an error whose body is cut off keeps its status', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(503, { 'content-length': '100' }).write('{"error"')
    setTimeout(() => response.destroy(), 10)
  })
  const error = await caught(postJSON({ ...options, url: server.url }))
  expect(error instanceof VendorFailure && error.facts.status).toBe(503)
})

test('a redirect to the same origin is followed with the same body', async () => {
  await using server = await scriptedServer((response, { path }) => {
    if (path === '/old') response.writeHead(308, { location: '/new' }).end('moved')
    else response.writeHead(200).end('{}')
  })
  await postJSON({ ...options, url: `${server.url}/old` })
  expect(server.requests.map(({ path }) => path)).toEqual(['/old', '/new'])
  expect(server.requests[1]).toMatchObject({ body: { a: 1 }, headers })
})

test('no redirect leads to another origin, or turns the request into another', async () => {
  await using elsewhere = await scriptedServer((response) => {
    response.writeHead(200).end('{}')
  })
  await using server = await scriptedServer((response, { path }) => {
    const location = path === '/away' ? `${elsewhere.url}/x?key=secret` : '/other'
    response.writeHead(path === '/away' ? 307 : 302, { location }).end()
  })
  for (const path of ['/away', '/get']) {
    const error = await caught(postJSON({ ...options, url: server.url + path }))
    expect(error).toBeInstanceOf(VendorFailure)
    expect(String(error)).toContain('redirected to')
    expect(String(error)).not.toContain('secret')
  }
  expect(elsewhere.requests).toHaveLength(0)
  expect(server.requests).toHaveLength(2)
})

test('redirects in a circle end', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(307, { location: '/again' }).end()
  })
  expect(await caught(postJSON({ ...options, url: server.url }))).toBeInstanceOf(VendorFailure)
  expect(server.requests.length).toBeLessThan(10)
})
