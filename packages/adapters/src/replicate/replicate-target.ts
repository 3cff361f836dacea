/** What one model string of Replicate asks for. */
export interface ReplicateTarget {
  /** Where its predictions are made, below the base URL. */
  path: string
  /** The version to run, where the path does not say. */
  version?: string
}

const bareVersion = /^[0-9a-f]{64}$/

/**
 * Reads `owner/name`, `owner/name:version`, a bare version of 64 digits, and
 * `deployments/owner/name`; undefined for anything else.
 */
export function replicateTarget(model: string): ReplicateTarget | undefined {
  if (bareVersion.test(model)) return { path: '/predictions', version: model }
  const [, deployment, owner, name, version] =
    /^(deployments\/)?([\w.-]+)\/([\w.-]+)(?::(\w+))?$/.exec(model) ?? []
  if (owner === undefined || name === undefined) return undefined
  if (version !== undefined) return { path: '/predictions', version }
  const kind = deployment === undefined ? 'models' : 'deployments'
  return { path: `/${kind}/${owner}/${name}/predictions` }
}
