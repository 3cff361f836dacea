import { answers } from './answers.ts'
import type { Behaviour } from './behaviour.ts'

/** Misbehaves for the first requests and then answers as it should. */
export function atFirst(faulty: Behaviour, times = 1): Behaviour {
  return (call) => (call.attempt <= times ? faulty(call) : answers(call))
}
