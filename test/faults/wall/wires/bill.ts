/** What every answer of the wall says it used. */
export const tokens = { input: 20, output: 10 } as const

/** What every answer of the wall says it costs, in US dollars, where the wire can tell. */
export const costUSD = 0.001
