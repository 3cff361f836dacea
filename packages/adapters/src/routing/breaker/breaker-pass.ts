/** The right to make one call; only the first word about how it ended counts. */
export interface BreakerPass {
  /** The route answered. */
  succeeded(): void
  /** The route failed. */
  failed(): void
  /** The call was left, or says nothing about the route. */
  left(): void
}
