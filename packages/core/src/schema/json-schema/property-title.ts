/** pydantic's title for a property: words split at `_`, each capitalised and otherwise in lower case. */
export function propertyTitle(name: string): string {
  return name
    .replaceAll(/\p{L}+/gu, (word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase())
    .replaceAll('_', ' ')
    .trim()
}
