import { getEventListeners } from 'node:events'
import type { LM, LMRequest, LMStreamEvent } from '@ockham/core'
import { expect } from 'vitest'
import type { Outcome } from './outcome.ts'

/** The two ways to call an LM. */
export const ways = ['generate', 'stream'] as const

export type Way = (typeof ways)[number]

/** What most cases ask. */
export const question: LMRequest = { messages: [{ role: 'user', content: 'What is right?' }] }

/**
 * Calls an LM either way. Whatever happens, a stream must end once, with `finish` or by throwing,
 * and nobody may go on listening to the caller's signal.
 */
export async function ask(lm: LM, way: Way, request: LMRequest = question): Promise<Outcome> {
  const { signal = new AbortController().signal } = request
  const startedAt = performance.now()
  const events: LMStreamEvent[] = []
  const outcome: Outcome = {
    response: undefined,
    error: undefined,
    text: '',
    events,
    restarts: 0,
    tookMs: 0,
  }
  try {
    if (way === 'generate') outcome.response = await lm.generate({ ...request, signal })
    else for await (const event of lm.stream({ ...request, signal })) take(outcome, events, event)
  } catch (error) {
    outcome.error = error
  }
  outcome.tookMs = performance.now() - startedAt
  if (way === 'generate') outcome.text = outcome.response?.outputs[0]?.text ?? ''
  const terminals = events.filter(({ type }) => type === 'finish').length
  if (way === 'stream') expect(terminals + (outcome.error === undefined ? 0 : 1)).toBe(1)
  if (outcome.response) expect(outcome.text).toBe(outcome.response.outputs[0]?.text)
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  return outcome
}

function take(outcome: Outcome, events: LMStreamEvent[], event: LMStreamEvent): void {
  events.push(event)
  if (event.type === 'text-delta' && event.index === 0) outcome.text += event.text
  if (event.type === 'finish') outcome.response = event.response
  if (event.type !== 'restart') return
  outcome.text = ''
  outcome.restarts += 1
}
