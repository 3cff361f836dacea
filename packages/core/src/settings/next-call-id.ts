let calls = 0

/** An id that no other call of this process has. */
export function nextCallId(): string {
  calls += 1
  return `call-${calls}`
}
