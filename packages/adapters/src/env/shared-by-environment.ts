import type { Environment } from '../internal/environment.ts'

/** Makes a thing once for an environment and a name, so that all LMs of a process share it. */
export function sharedByEnvironment<T>(
  make: (name: string) => T,
): (env: Environment, name: string) => T {
  const made = new WeakMap<Environment, Map<string, T>>()
  return (env, name) => {
    const things = made.get(env) ?? new Map<string, T>()
    made.set(env, things)
    const thing = things.get(name) ?? make(name)
    things.set(name, thing)
    return thing
  }
}
