/**
 * The headers that an SDK takes from a variable by itself, each as null, which takes it out again:
 * SDKs have no option against it, whatever server they speak to.
 */
export function withoutCustomHeaders(variable: string): Readonly<Record<string, null>> {
  const lines = (process.env[variable] ?? '').split('\n')
  const names = lines.map((line) => line.slice(0, Math.max(line.indexOf(':'), 0)).trim())
  return Object.fromEntries(names.filter((name) => name !== '').map((name) => [name, null]))
}
