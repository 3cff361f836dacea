/** Where the data of a plot are drawn, in pixels; y grows downwards. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
