import type { StandardSchema } from './standard-schema.ts'

/** The types a signature string may name beside the built-in ones. */
export type NamedTypes = Readonly<Record<string, StandardSchema>>
