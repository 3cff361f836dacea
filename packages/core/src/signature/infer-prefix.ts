/**
 * The label DSPy derives from a field's name (`num_docs` -> `Num Docs`, `HTMLParser` -> `HTML Parser`);
 * saved states carry it, prompts do not.
 */
export function inferPrefix(name: string): string {
  return name
    .replaceAll(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([a-zA-Z])(\d)/g, '$1_$2')
    .replaceAll(/(\d)([a-zA-Z])/g, '$1_$2')
    .split('_')
    .map((word) => (isCapitals(word) ? word : capitalise(word)))
    .join(' ')
}

function isCapitals(word: string): boolean {
  return word !== word.toLowerCase() && word === word.toUpperCase()
}

function capitalise(word: string): string {
  // Python's title case of `ß` is `Ss`.
  const first = word.slice(0, 1).toUpperCase()
  return first.slice(0, 1) + (first.slice(1) + word.slice(1)).toLowerCase()
}
