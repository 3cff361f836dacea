import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { ways } from './harness/ask.ts'
import { fault } from './harness/fault.ts'
import { type FaultRow, faultRow } from './harness/fault-row.ts'

const all = ['openai', 'anthropic', 'ollama', 'gemini'] as const
const right = { alone: 'right', routed: 'primary', wires: all } as const

const rows: readonly FaultRow[] = [
  { id: 'F37', title: 'HTTP/1.0 is spoken', model: 'f37-http-1-0', ...right },
  { id: 'F37', title: 'a connection may be closed after the reply', model: 'f37-close', ...right },
  { id: 'F37', title: 'early hints are no reply', model: 'f37-hints', ...right },
  { id: 'F37', title: 'trailers are read over', model: 'f37-trailers', ...right },
]

for (const row of rows) faultRow(row)

for (const way of ways) {
  for (const wire of all) {
    fault('F36', `a redirect to the same server is followed (${wire}, ${way})`, async (scene) => {
      await scene.right(scene.lm('f36-same-origin', {}, wire), way)
      expect(scene.requests('f36-same-origin')).toBe(2)
    })

    fault('F36', `a redirect elsewhere takes no key along (${wire}, ${way})`, async (scene) => {
      const { error } = await scene.fails(scene.lm('f36-elsewhere', {}, wire), way)
      expect(error.message).toContain('http://localhost:')
      expect(scene.requests('f36-elsewhere')).toBe(1)
    })

    fault(
      'F37',
      `a connection that was closed unnoticed is replaced (${wire}, ${way})`,
      async (scene) => {
        const lm = scene.lm('f37-stale', {}, wire)
        await scene.right(lm, way)
        await sleep(20)
        await scene.right(lm, way)
        expect(scene.requests('f37-stale')).toBe(3)
        expect(scene.wall.of('f37-stale').sockets.size).toBe(2)
      },
    )
  }

  fault('F36', `redirects that go round end (${way})`, async (scene) => {
    await scene.fails(scene.lm('f36-loop'), way)
    expect(scene.requests('f36-loop')).toBeLessThanOrEqual(6)
  })

  fault('F36', `a proxy that wants a password is named (${way})`, async (scene) => {
    const { error } = await scene.fails(scene.lm('f36-407'), way)
    expect(error.message).toMatch(/proxy/i)
    expect(scene.requests('f36-407')).toBe(1)
  })
}
