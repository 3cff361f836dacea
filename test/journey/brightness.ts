/** How bright a CSS colour such as `rgb(255, 255, 255)` is, from 0 to 255. */
export function brightness(color: unknown): number {
  const [red = 0, green = 0, blue = 0] = String(color).match(/\d+/g)?.map(Number) ?? []
  return (red + green + blue) / 3
}
