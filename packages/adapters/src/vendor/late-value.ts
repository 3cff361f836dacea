import type { Environment } from '../internal/environment.ts'

/** The variable that an option written as `os.environ/NAME` or `${NAME}` stands for. */
export function variableIn(value: string | undefined): string | undefined {
  return /^(?:os\.environ\/(\w+)|\$\{(\w+)\})$/
    .exec(value ?? '')
    ?.slice(1)
    .find(Boolean)
}

/** An option as it is, or what the variable it stands for holds by now. */
export function lateValue(value: string | undefined, env: Environment): string | undefined {
  const name = variableIn(value)
  return name === undefined ? value : env[name]?.trim() || undefined
}
