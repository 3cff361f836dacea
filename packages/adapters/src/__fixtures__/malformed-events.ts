import { setTimeout as sleep } from 'node:timers/promises'
import { LMStreamTruncatedError, LMUnexpectedError } from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { caught } from './caught.ts'
import { collect } from './collect.ts'
import { scriptedServer } from './scripted-server.ts'
import { hello, type VendorWire } from './vendor-wire.ts'

const apiKey = 'sk-test'

/** What every vendor's LM must do with events that cannot be read. */
export function malformedEvents(wire: VendorWire, malformed: string): void {
  const { opening, delta, ending, contentType } = wire
  const headers = { 'content-type': contentType }

  describe('a stream with events that cannot be read', () => {
    test('bears one malformed event, and tells of it once', async () => {
      const warnings: string[] = []
      const listen = ({ message }: Error): number => warnings.push(message)
      process.on('warning', listen)
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers)
        response.end(opening + delta('a') + malformed + delta('b') + ending)
      })
      const lm = wire.make({ baseURL: server.url, apiKey })
      expect((await collect(lm, hello)).text).toBe('ab')
      expect((await collect(lm, hello)).text).toBe('ab')
      await sleep(5)
      process.off('warning', listen)
      expect(warnings.filter((text) => text.startsWith(`${lm.model}: an event`))).toHaveLength(1)
    })

    test('is an error when two events are malformed', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers)
        response.write(opening + malformed + delta('a') + malformed)
        // The error does not wait for the end.
      })
      const error = await caught(collect(wire.make({ baseURL: server.url, apiKey }), hello))
      expect(error).toBeInstanceOf(LMUnexpectedError)
      await server.clientClosed
    })

    test('is cut off when it ends in the middle of an event', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).end(opening + delta('a') + malformed.trimEnd())
      })
      const error = await caught(collect(wire.make({ baseURL: server.url, apiKey }), hello))
      expect(error).toBeInstanceOf(LMStreamTruncatedError)
    })
  })
}
