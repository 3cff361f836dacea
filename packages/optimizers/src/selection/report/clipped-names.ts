import { clipMiddle } from './clip-middle.ts'

/** Names by what is shown of them: without the middle of long ones, unless two would look the same. */
export function clippedNames(names: readonly string[], most: number): ReadonlyMap<string, string> {
  const short = new Map(names.map((name) => [name, clipMiddle(name, most)]))
  const differ = new Set(short.values()).size === short.size
  return differ ? short : new Map(names.map((name) => [name, name]))
}
