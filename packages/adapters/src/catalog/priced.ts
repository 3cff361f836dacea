/** What the catalog must know of a vendor to price its models. */
export interface Priced {
  /** A local server costs nothing. */
  readonly local: boolean
  /** The provider's id in the price catalog, when it has one. */
  readonly priceProvider: string | undefined
}
