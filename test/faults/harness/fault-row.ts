import type { VendorOptions } from '@ockham/adapters'
import { type LM, retrying } from '@ockham/core'
import { expect } from 'vitest'
import { rightAnswer } from '../wall/behaviours/answers.ts'
import type { Wire } from '../wall/wires/wire.ts'
import { ways as bothWays, type Way } from './ask.ts'
import { type FaultOptions, fault } from './fault.ts'
import { routed } from './routed.ts'
import type { Scene } from './scene.ts'

/** A fault that is told in one line: what it is alone, asked again, and with a backup. */
export interface FaultRow extends FaultOptions {
  id: string
  title: string
  /** The behaviour of the wall. */
  model: string
  /** What one call of it comes to: the right answer, or the `code` of an error. */
  alone: string | Readonly<Record<Way, string>>
  /** Requests that `retrying` with three attempts makes. Default 1: asking again does not help. */
  again?: number
  /** With a backup: who answers in the end, or the `code` of the error that is let through. Default `backup`. */
  routed?: 'primary' | 'backup' | (string & {})
  /** Requests to the primary when there is a backup. Default: at most 2. */
  primaryRequests?: number
  ways?: readonly Way[]
  wires?: readonly Wire['name'][]
  /** Of the LMs. */
  lm?: VendorOptions
}

/** One test for each way and wire of a row. */
export function faultRow(row: FaultRow): void {
  for (const wire of row.wires ?? ['openai']) {
    // Only OpenAI's wire has a way of its own for `generate`; on the others it collects a stream.
    const usual = wire === 'openai' ? bothWays : (['stream'] as const)
    for (const way of row.ways ?? usual) {
      const title = `${row.title} (${wire}, ${way})`
      fault(row.id, title, async (scene) => play(row, scene, wire, way), row)
    }
  }
}

async function play(row: FaultRow, scene: Scene, wire: Wire['name'], way: Way): Promise<void> {
  const { model, again = 1 } = row
  const at = (tag: string): LM => scene.lm(`${model}~${tag}`, row.lm, wire)
  const patient = retrying(at('again'), { attempts: 3, initialDelayMs: 5 })
  // Side by side, since most of the time is spent on waiting.
  const [single, , both] = await Promise.all([
    scene.ask(at('alone'), way),
    scene.ask(patient, way),
    scene.ask(routed(at('routed'), scene.lm('ok', {}, wire)), way),
  ])
  const expected = typeof row.alone === 'string' ? row.alone : row.alone[way]
  expect(describe(single)).toBe(expected)
  expect(scene.requests(`${model}~alone`)).toBe(1)
  expect(scene.requests(`${model}~again`)).toBe(again)
  const served = both.response?.model.includes(model) ? 'primary' : 'backup'
  expect(both.response ? served : describe(both)).toBe(row.routed ?? 'backup')
  const primaryRequests = scene.requests(`${model}~routed`)
  expect(primaryRequests).toBeLessThanOrEqual(row.primaryRequests ?? 2)
  expect(primaryRequests).toBeGreaterThanOrEqual(1)
}

/** `right`, `wrong`, or the code of the error. */
function describe({ error, text }: { error: unknown; text: string }): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code)
  if (error !== undefined) return String(error)
  return text === rightAnswer ? 'right' : `wrong: ${text}`
}
