const conditions = ['wet', 'torn', 'red', 'blue', 'loose', 'bent', 'thick', 'green']
const things = ['corner', 'label', 'cord', 'seal', 'lid']

/** What may be seen on a parcel: 40 marks. */
export const marks: readonly string[] = conditions.flatMap((condition) =>
  things.map((thing) => `${condition} ${thing}`),
)

/** What may be put on a parcel: 16 stamps. */
export const stamps: readonly string[] = ['K', 'M', 'R', 'T'].flatMap((letter) =>
  ['3', '5', '7', '9'].map((digit) => letter + digit),
)

/** Where a stamp may send a parcel. */
export const desks: readonly string[] = [
  'harbour',
  'station',
  'airport',
  'depot',
  'cellar',
  'bridge',
  'market',
  'tower',
]

/** What a desk may ask of the one who fetches the parcel. */
export const requests: readonly string[] = [
  'call ahead',
  'sign twice',
  'pay first',
  'wait a day',
  'bring papers',
  'keep upright',
  'come early',
  'open here',
]

/** Sentences that sound like advice and tell nothing. */
export const fillers: readonly string[] = [
  'Take a deep breath and work carefully.',
  'You are an expert with many years of practice.',
  'A wrong slip costs the sender dearly.',
  'Be brief and precise.',
  'Check the result before you answer.',
]
