// `-20250514`, `-2024-08-06`, `@20250514`, `-05-20`, `-0613`; Bedrock's `-v1:0`.
const date =
  /[-@](?:20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])|\d{2}-\d{2}|\d{4})(?=$|-v\d)/
const version = /-v\d+(?::\d+)?$/
// Of a name without a number: `gemini-pro-latest` is not the `gemini-pro` of 2023.
const alias = /(?<=\d.*)-(?:latest|preview|exp|stable)$/
const folder = /^(?:models|accounts\/[^/]+\/models|publishers\/[^/]+\/models)\//
const region = /^(?:us|eu|apac|au|jp|ca|global|us-gov)\./

/** The names under which a catalog may hold a model, the one that was given first. */
export function nameVariants(model: string): readonly string[] {
  const whole = model.trim().toLowerCase()
  const bare = whole.replace(folder, '').replace(region, '')
  const names = [whole, bare]
  for (const strip of [version, date, alias]) {
    names.push(...names.map((name) => name.replace(strip, '')))
  }
  return [...new Set(names)].filter((name) => name !== '')
}
