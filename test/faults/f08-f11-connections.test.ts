import { LMTransportError, retrying } from '@ockham/core'
import { expect } from 'vitest'
import { ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { type FaultRow, faultRow } from './harness/fault-row.ts'
import { shortTimeouts } from './harness/lm-at.ts'
import { routed } from './harness/routed.ts'
import { certificate } from './wall/certificate.ts'

const all = ['openai', 'anthropic', 'ollama', 'gemini'] as const
const failed = { alone: 'lm_transport', wires: all } as const

const rows: readonly FaultRow[] = [
  {
    id: 'F08',
    title: 'a reset is asked again',
    model: 'f08-once',
    ...failed,
    again: 2,
    routed: 'primary',
  },
  {
    id: 'F08',
    title: 'a hang-up is asked again',
    model: 'f08-cut',
    ...failed,
    again: 2,
    routed: 'primary',
  },
  { id: 'F08', title: 'resets for ever', model: 'f08-reset', ...failed, again: 3 },
  {
    ...{ id: 'F11', title: 'a silent route is left for good', model: 'f11-silent', wires: all },
    ...{ alone: 'lm_timeout', primaryRequests: 1, ways: ['stream'] },
    lm: { timeouts: shortTimeouts },
  },
]

for (const row of rows) faultRow(row)

/** Addresses where nobody answers, and what the error must name. */
const unreachable = [
  {
    id: 'F08',
    title: 'a refused connection',
    host: '127.0.0.1:59',
    names: ['127.0.0.1:59', 'ECONNREFUSED'],
  },
  {
    id: 'F09',
    title: 'a host that does not exist',
    host: 'wall.invalid',
    names: ['wall.invalid', 'ENOTFOUND', 'OPENAI_BASE_URL'],
  },
]

for (const { id, title, host, names } of unreachable) {
  for (const way of ways) {
    fault(
      id,
      `${title} is named, and the backup answers (${way})`,
      async (scene) => {
        const lm = scene.lm('ok', { baseURL: `http://${host}/v1` })
        const { error } = await scene.fails(lm, way)
        expect(error).toBeInstanceOf(LMTransportError)
        for (const name of names) expect(error.message).toContain(name)
        await scene.right(routed(lm, scene.lm('ok')), way)
      },
      { hopeless: true },
    )
  }
}

/** Certificates that are not to be trusted, and what the error must say. */
const untrusted = [
  { title: 'a self-signed certificate', certificate: {}, says: /self-signed/i },
  { title: 'an expired certificate', certificate: { days: -1 }, says: /expired/i },
  {
    title: 'a certificate of another host',
    certificate: { host: 'other.example' },
    says: /certificate/i,
  },
]

for (const { title, certificate: options, says } of untrusted) {
  for (const way of ways) {
    fault(
      'F10',
      `${title} is named, and never asked again (${way})`,
      async (scene) => {
        const lm = retrying(scene.lm('ok'), { initialDelayMs: 1 })
        const { error } = await scene.fails(lm, way)
        expect(error).toBeInstanceOf(LMTransportError)
        expect(error.message).toMatch(says)
        expect(scene.wall.requests).toBe(0)
        expect(scene.wall.handshakes).toBe(1)
      },
      { tls: certificate(options), hopeless: true },
    )
  }
}
