import type { FailureFacts } from './failure-facts.ts'

/** Thrown inside this package when a vendor reports an error where its SDK does not look. */
export class VendorFailure extends Error {
  readonly facts: FailureFacts

  constructor(facts: FailureFacts) {
    super(facts.message)
    this.facts = facts
  }
}
