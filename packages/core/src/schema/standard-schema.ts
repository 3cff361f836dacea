/** A schema of any library that follows Standard Schema v1 (zod 3.24+ and 4, valibot, arktype). */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What `validate` returns: a value, or the issues found. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] }

/** One thing wrong with a value. */
export interface StandardIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** The type of values a schema accepts. */
export type SchemaInput<T extends StandardSchema> = NonNullable<T['~standard']['types']>['input']

/** The type of values a schema produces. */
export type SchemaOutput<T extends StandardSchema> = NonNullable<T['~standard']['types']>['output']
