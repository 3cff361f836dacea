/** The items by the number that each is given, the least first; a random number shuffles them. */
export function inOrder<Item>(items: readonly Item[], place: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, at: place(item) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
