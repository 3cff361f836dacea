/**
 * How the test of a candidate ended. `untested`: it was left out for a reason that the scores of its test had no
 * part in, such as its price.
 */
export type TestOutcome = 'certified' | 'given-up' | 'untested'
