import type { Rates } from '../price/rates.ts'

/** How the catalog finds the models of one provider. */
export interface CatalogProvider {
  /** The first half of our model strings. */
  readonly name: string
  /** Other names of the same provider. */
  readonly synonyms?: readonly string[]
  /** Its id in the price list. */
  readonly prices?: string
  /** Its models run on the user's own machine. */
  readonly local?: true
  /** What its models charge, where no price list holds them. */
  readonly rates?: Readonly<Record<string, Rates>>
  /** All its classes of service cost the same. */
  readonly sameTierPrice?: true
  /** Its models search the web and bill what they read. */
  readonly searches?: true
  /** Providers whose models it passes on under `vendor/model` or the bare name, by what stands before the slash. */
  readonly passesOn?: Readonly<Record<string, string>>
}
