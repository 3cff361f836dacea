/** Turns in a row that an LM may waste on what cannot be used, before an agent asks for the answer. */
export const wastedTurns = 3
