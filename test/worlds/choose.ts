/** The item at a place in [0, 1); throws `RangeError` when there is none. */
export function choose<Item>(items: readonly Item[], place: number): Item {
  const item = items[Math.floor(place * items.length)]
  if (item === undefined) throw new RangeError('There is nothing to choose from.')
  return item
}
