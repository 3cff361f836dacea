const openings = ['Dear shop,', 'Hello!', 'Good day,', 'Hi there,']
const bodies = [
  'my parcel came two weeks late, and nobody told me.',
  'thank you for the fine saddle.',
  'the bell is louder than I thought, which I like.',
  'do you repair hubs as well?',
  'the delivery was left in the rain.',
]

/** So many letters of customers, far too long for a prompt. */
export function letters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const opening = openings[index % openings.length]
    return `${opening} ${bodies[(index * 7) % bodies.length]} Yours, customer ${index}`
  })
}
