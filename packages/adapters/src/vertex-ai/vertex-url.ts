import { firstSet } from '../internal/environment.ts'
import type { VertexAIOptions } from './vertex-ai-options.ts'
import { vertexProject } from './vertex-project.ts'

const locationNames: readonly string[] = ['VERTEXAI_LOCATION', 'GOOGLE_CLOUD_LOCATION']
const defaultLocation = 'us-central1'

/** The address of a project at a location, up to its publishers; undefined without a project. */
export function vertexURL(options: VertexAIOptions): string | undefined {
  const { location, env = process.env } = options
  const project = vertexProject(options)
  const place = location?.trim() || firstSet(env, locationNames) || defaultLocation
  if (project === undefined) return undefined
  const host = place === 'global' ? '' : `${place}-`
  return `https://${host}aiplatform.googleapis.com/v1/projects/${project}/locations/${place}`
}
