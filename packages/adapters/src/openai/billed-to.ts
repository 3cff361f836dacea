import { type Environment, firstSet } from '../internal/environment.ts'

const organizationNames = ['OPENAI_ORGANIZATION', 'OPENAI_ORG_ID']
const projectNames = ['OPENAI_PROJECT', 'OPENAI_PROJECT_ID']

/** The headers that name the organization and the project whose bill it is, where the environment does. */
export function billedTo(env: Environment): Record<string, string> {
  const organization = firstSet(env, organizationNames)
  const project = firstSet(env, projectNames)
  return {
    ...(organization !== undefined && { 'OpenAI-Organization': organization }),
    ...(project !== undefined && { 'OpenAI-Project': project }),
  }
}
