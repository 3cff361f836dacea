/** The longest delay, in milliseconds, that `setTimeout` keeps; it fires at once for a longer one. */
export const longestTimerMs: number = 2 ** 31 - 1
