/** The parts of the largest fair bet that are bet, each by a player of its own; all begin with the same wealth. */
export const stakes: Float64Array = Float64Array.from(
  { length: 12 },
  (_, index) => 0.05 + (index * 0.9) / 11,
)

/** No bet is larger, however small the mean that it is against. */
export const largestBet = 50
