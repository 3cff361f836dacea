import { rightAnswer } from '../wall/behaviours/answers.ts'
import type { Answer, Performance } from './scenario.ts'

/** Says what was wrong when a condition does not hold. */
export function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem]
}

export function isRight({ text }: Answer | undefined = none): boolean {
  return text === rightAnswer
}

const none: Answer = {
  text: undefined,
  model: undefined,
  error: undefined,
  usage: false,
  tookMs: 0,
}

/** The only request was answered as it should be, by this server where it matters. */
export function answered({ answers: [answer] }: Performance, by?: 'primary' | 'backup'): string[] {
  if (!isRight(answer)) return [problemOf(answer)]
  return unless(by === undefined || answer?.model?.includes(by) === true, `not by the ${by}`)
}

/** How many requests the primary got in all, and within the first seconds. */
export function attempts(
  { primary, second }: Performance,
  most: number,
  withinSeconds?: number,
): string[] {
  const [first = 0] = primary.times
  const until =
    withinSeconds === undefined ? Number.POSITIVE_INFINITY : first + withinSeconds * second
  const count = primary.times.filter((time) => time <= until).length
  return unless(count <= most, `${count} attempts at the primary, ${most} allowed`)
}

/** All of it was over in so many seconds. */
export function within({ answers, second }: Performance, seconds: number): string[] {
  const slowest = Math.max(...answers.map(({ tookMs }) => tookMs)) / second
  return unless(slowest <= seconds, `took ${slowest.toFixed(1)} s, ${seconds} s allowed`)
}

function problemOf({ error, text }: Answer | undefined = none): string {
  if (error instanceof Error) return `error \`${error.constructor.name}\``
  if (error !== undefined) return String(error)
  return text === undefined ? 'no answer' : 'half an answer as the answer'
}
