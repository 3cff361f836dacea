/** A mean in which newer values weigh more; undefined until there is one. */
export class Average {
  readonly #weight: number
  #value: number | undefined

  /** `weight` is that of the newest value, in (0, 1]. */
  constructor(weight: number, start?: number) {
    this.#weight = weight
    this.#value = start
  }

  get value(): number | undefined {
    return this.#value
  }

  add(value: number): void {
    if (!Number.isFinite(value)) return
    this.#value =
      this.#value === undefined ? value : this.#value + (value - this.#value) * this.#weight
  }
}
