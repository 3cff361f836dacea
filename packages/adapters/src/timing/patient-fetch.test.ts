import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { caught } from '../__fixtures__/caught.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'
import { patientFetch } from './patient-fetch.ts'

const post = { method: 'POST', body: '{"a":1}' }

test('it sends the body and headers and returns status, headers and text', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(418, { 'x-kind': 'teapot' }).end('short')
  })
  const headers = { 'content-type': 'application/json', 'x-one': '1' }
  const response = await patientFetch(`${server.url}/path?q=1`, { ...post, headers })
  expect(response.status).toBe(418)
  expect(response.headers.get('x-kind')).toBe('teapot')
  expect(await response.text()).toBe('short')
  expect(server.requests[0]).toMatchObject({ path: '/path?q=1', headers, body: { a: 1 } })
})

test('the body comes as it is written', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200).write('first')
  })
  const controller = new AbortController()
  const response = await patientFetch(server.url, { ...post, signal: controller.signal })
  const { value } = (await response.body?.getReader().read()) ?? {}
  expect(Buffer.from(value ?? []).toString()).toBe('first')
  controller.abort()
  await server.clientClosed
})

test('an abort before the headers rejects and closes the socket', async () => {
  await using server = await scriptedServer(() => {})
  const signal = AbortSignal.timeout(30)
  expect(await caught(patientFetch(server.url, { ...post, signal }))).toBeInstanceOf(Error)
  await server.clientClosed
})

test('a cut body is an error of the reader', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200).write('half')
    setTimeout(() => response.destroy(), 5)
  })
  const response = await patientFetch(server.url, post)
  expect(await caught(response.text())).toBeInstanceOf(Error)
})

test.for([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)('a body in %s is unpacked', async ([encoding, pack]) => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(pack('unpacked'))
  })
  expect(await (await patientFetch(server.url, post)).text()).toBe('unpacked')
})

test('a packed body that is cut is an error of the reader', async () => {
  await using server = await scriptedServer((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync('half').subarray(0, 9))
    setTimeout(() => response.destroy(), 5)
  })
  expect(await caught((await patientFetch(server.url, post)).text())).toBeInstanceOf(Error)
})
