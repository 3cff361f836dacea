/** The last part of a URI's path; undefined when it ends otherwise. */
export function nameInURI(uri: string | undefined): string | undefined {
  return /([^/?#]+)(?:[?#].*)?$/.exec(uri ?? '')?.[1]
}
