import { setTimeout as sleep } from 'node:timers/promises'
import {
  LMServerError,
  LMStreamTruncatedError,
  LMTimeoutError,
  LMTransportError,
} from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { caught } from './caught.ts'
import { collect } from './collect.ts'
import { scriptedServer } from './scripted-server.ts'
import { hello, type VendorWire } from './vendor-wire.ts'

const apiKey = 'sk-test'

/** What every vendor's LM must do when a stream goes wrong. */
export function streamFaults(wire: VendorWire): void {
  const { opening, delta, contentType } = wire
  const headers = { 'content-type': contentType }

  describe('a stream that goes wrong', () => {
    test('is an error when the socket is cut', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).write(opening + delta('half'))
        setTimeout(() => response.destroy(), 10)
      })
      const error = await caught(collect(wire.make({ baseURL: server.url, apiKey }), hello))
      expect(error).toBeInstanceOf(LMStreamTruncatedError)
      expect(server.requests).toHaveLength(1)
    })

    test('is an error when it ends cleanly without its terminal event', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).end(opening + delta('half'))
      })
      const error = await caught(collect(wire.make({ baseURL: server.url, apiKey }), hello))
      expect(error).toBeInstanceOf(LMStreamTruncatedError)
      expect(error).toBeInstanceOf(LMTransportError)
    })

    test('ends with the first-token limit when no headers come, and closes the socket', async () => {
      await using server = await scriptedServer(() => {})
      const timeouts = { firstTokenMs: 60 }
      const error = await caught(
        collect(wire.make({ baseURL: server.url, apiKey, timeouts }), hello),
      )
      expect(LMTimeoutError.is(error) && error.phase).toBe('first-token')
      await server.clientClosed
    })

    test('does not count events without content as a first token', async () => {
      await using server = await scriptedServer(async (response) => {
        response.writeHead(200, headers)
        while (!response.destroyed) {
          response.write(opening)
          await sleep(10)
        }
      })
      const timeouts = { firstTokenMs: 100 }
      const error = await caught(
        collect(wire.make({ baseURL: server.url, apiKey, timeouts }), hello),
      )
      expect(LMTimeoutError.is(error) && error.phase).toBe('first-token')
    })

    test('ends with the idle limit when it stands still, and closes the socket', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).write(opening + delta('half'))
      })
      const timeouts = { idleMs: 60 }
      const error = await caught(
        collect(wire.make({ baseURL: server.url, apiKey, timeouts }), hello),
      )
      expect(LMTimeoutError.is(error) && error.phase).toBe('idle')
      await server.clientClosed
    })

    test('ends with the total limit when it drips for ever', async () => {
      await using server = await scriptedServer(async (response) => {
        response.writeHead(200, headers).write(opening)
        while (!response.destroyed) {
          response.write(delta('x'))
          await sleep(10)
        }
      })
      const timeouts = { totalMs: 120 }
      const error = await caught(
        collect(wire.make({ baseURL: server.url, apiKey, timeouts }), hello),
      )
      expect(LMTimeoutError.is(error) && error.phase).toBe('total')
    })

    test('is the error the vendor reports inside the stream', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).end(opening + delta('a') + wire.overloaded)
      })
      const error = await caught(collect(wire.make({ baseURL: server.url, apiKey }), hello))
      expect(error).toBeInstanceOf(LMServerError)
    })
  })
}
