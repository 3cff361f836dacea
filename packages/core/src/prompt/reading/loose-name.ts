/** A field name without case, spaces, dashes and underscores, as models tend to vary them. */
export function looseName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '')
}
