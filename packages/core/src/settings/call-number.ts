let calls = 0

/** A number that no other call of this process has. */
export function nextCallNumber(): number {
  calls += 1
  return calls
}

/** A call's number as the id that is told of it. */
export function toCallId(number: number): string {
  return `call-${number}`
}
