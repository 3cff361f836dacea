import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { AbortError } from '@ockham/core'
import { describe, expect, test } from 'vitest'
import { caught } from './caught.ts'
import { collect } from './collect.ts'
import { scriptedServer } from './scripted-server.ts'
import { hello, type VendorWire } from './vendor-wire.ts'

const apiKey = 'sk-test'

/** What every vendor's LM must do with odd but whole streams, and when its caller leaves. */
export function streamBytes(wire: VendorWire): void {
  const { opening, delta, ending, contentType } = wire
  const headers = { 'content-type': contentType }

  describe('a whole stream', () => {
    test('keeps every character when it comes byte by byte', async () => {
      const text = 'Grüße, 東京 🦜 "quoted"\n'
      await using server = await scriptedServer(async (response) => {
        response.writeHead(200, headers)
        for (const byte of Buffer.from(opening + delta(text) + ending)) {
          response.write(Buffer.of(byte))
          await setImmediate()
        }
        response.end()
      })
      const reply = await collect(wire.make({ baseURL: server.url, apiKey }), hello)
      expect(reply.text).toBe(text)
      expect(reply.response.outputs[0]?.text).toBe(text)
    })

    test('may end its lines with carriage returns', async () => {
      await using server = await scriptedServer((response) => {
        const bytes = opening + delta('one') + delta(' two') + ending
        response.writeHead(200, headers).end(bytes.replaceAll('\n', '\r\n'))
      })
      expect((await collect(wire.make({ baseURL: server.url, apiKey }), hello)).text).toBe(
        'one two',
      )
    })

    test.skipIf(wire.readElsewhere)(
      'finishes at its last event although the socket stays open',
      async () => {
        await using server = await scriptedServer((response) => {
          response.writeHead(200, headers).write(opening + delta('whole') + ending)
        })
        const reply = await collect(wire.make({ baseURL: server.url, apiKey }), hello)
        expect(reply.text).toBe('whole')
        await server.clientClosed
      },
    )

    test('is not disturbed by a consumer slower than the limits', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).end(opening + delta('a') + delta('b') + ending)
      })
      const timeouts = { idleMs: 80, totalMs: 1000 }
      const seen: string[] = []
      for await (const event of wire
        .make({ baseURL: server.url, apiKey, timeouts })
        .stream(hello)) {
        await sleep(120)
        seen.push(event.type)
      }
      expect(seen).toEqual(['text-delta', 'text-delta', 'finish'])
    })
  })

  describe('a caller that leaves', () => {
    test('gets an AbortError and sends nothing when its signal has already fired', async () => {
      await using server = await scriptedServer(() => {})
      const lm = wire.make({ baseURL: server.url, apiKey })
      const request = { ...hello, signal: AbortSignal.abort('gone') }
      expect(await caught(collect(lm, request))).toBeInstanceOf(AbortError)
      expect(await caught(lm.generate(request))).toBeInstanceOf(AbortError)
      expect(server.requests).toHaveLength(0)
    })

    test.for(['before the headers', 'in the middle'])(
      'closes the socket at once %s',
      async (when) => {
        await using server = await scriptedServer((response) => {
          if (when === 'in the middle') response.writeHead(200, headers).write(opening + delta('a'))
        })
        const lm = wire.make({ baseURL: server.url, apiKey })
        const controller = new AbortController()
        const error = caught(collect(lm, { ...hello, signal: controller.signal }))
        while (server.requests.length === 0) await sleep(5)
        await sleep(20)
        const left = performance.now()
        controller.abort('enough')
        expect(await error).toBeInstanceOf(AbortError)
        expect(performance.now() - left).toBeLessThan(50)
        await server.clientClosed
      },
    )

    test('closes the socket by breaking out of the loop', async () => {
      await using server = await scriptedServer((response) => {
        response.writeHead(200, headers).write(opening + delta('a'))
      })
      for await (const event of wire.make({ baseURL: server.url, apiKey }).stream(hello)) {
        expect(event).toMatchObject({ type: 'text-delta', text: 'a' })
        break
      }
      await server.clientClosed
    })
  })
}
