import { firstSet } from '../internal/environment.ts'
import type { VertexAIOptions } from './vertex-ai-options.ts'

/** Where the project is looked up. */
export const projectNames: readonly string[] = ['VERTEXAI_PROJECT', 'GOOGLE_CLOUD_PROJECT']

/** The Google Cloud project that is asked and billed; undefined when none is named. */
export function vertexProject({ project, env = process.env }: VertexAIOptions): string | undefined {
  return project?.trim() || firstSet(env, projectNames)
}
