import type { OpenAI } from 'openai'
import type { VendorRequest } from '../../vendor/vendor.ts'
import { ParameterChanges } from './parameter-changes.ts'
import { refusedParameter } from './refused-parameter.ts'

const mostChanges = 2

/** Sends a body and returns the response as it is. */
export type Post = (
  body: object,
  request: VendorRequest,
  controller: AbortController,
) => Promise<Response>

/**
 * Posts to one path. A server that refuses a parameter is asked again at once without it, or with
 * its other name, at most twice; what it refused is remembered for every call that follows.
 */
export function tolerantPost(client: OpenAI, path: string): Post {
  const changes = new ParameterChanges()
  const told = new Set<string>()
  return async (body, { streamed, model }, { signal }) => {
    for (let changed = 0; ; changed += 1) {
      const sent = changes.applied(body)
      try {
        return await client.post(path, { body: sent, signal, stream: streamed }).asResponse()
      } catch (error) {
        const parameter = refusedParameter(error)
        if (changed === mostChanges || parameter === undefined) throw error
        // Calls that were under way together may all be told the same.
        const change = changes.learn(parameter, sent)
        if (change === undefined) throw error
        if (!told.has(parameter)) warn(model, parameter, change)
        told.add(parameter)
      }
    }
  }
}

function warn(model: string, parameter: string, change: string): void {
  process.emitWarning(
    `${model}: the server does not take \`${parameter}\`; from now on it is ${change}.`,
    { type: 'OckhamWarning', code: 'parameter-refused' },
  )
}
