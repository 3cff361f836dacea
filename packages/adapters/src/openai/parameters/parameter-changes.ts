import { UnsupportedFeatureError } from '@ockham/core'
import { WireObject } from '../../internal/wire-object.ts'

// What a reply can do without.
const optional: ReadonlySet<string> = new Set([
  'temperature',
  'top_p',
  'seed',
  'stream_options',
  'logprobs',
  'top_logprobs',
  'parallel_tool_calls',
  'reasoning_effort',
  'reasoning.effort',
  'reasoning.summary',
])

/** Other names for the same. */
const renamed: Readonly<Record<string, string>> = {
  max_tokens: 'max_completion_tokens',
  max_completion_tokens: 'max_tokens',
}

// A reply without these would be another one than was asked for.
const essential: ReadonlySet<string> = new Set([
  'response_format',
  'text',
  'tools',
  'tool_choice',
  'stop',
  'n',
])

/** Parameters that a server was seen to refuse, and what is sent in their place. */
export class ParameterChanges {
  /** The new name; undefined for a parameter that is left out. */
  readonly #changes = new Map<string, string | undefined>()

  /** The body as the server takes it. */
  applied(body: object): object {
    if (this.#changes.size === 0) return body
    const changed = Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
      if (this.#changes.has(name)) {
        const other = this.#changes.get(name)
        return other === undefined ? [] : [[other, value]]
      }
      return [[name, this.#inside(name, value)]]
    })
    return Object.fromEntries(changed)
  }

  /**
   * Remembers what to do about a parameter that was sent and refused, and tells it; undefined when
   * nothing can be done. Throws `UnsupportedFeatureError` for one without which the reply would be
   * another.
   */
  learn(parameter: string, sent: object): string | undefined {
    const path = parameter.replace(/^body\./, '')
    const [root = ''] = path.split(/[.[]/)
    if (!(root in sent)) return undefined
    if (essential.has(root)) {
      throw new UnsupportedFeatureError(
        `The server does not take \`${path}\` for this model; leave it out, or take another model.`,
      )
    }
    const other = renamed[path]
    // A name that came from renaming has no way back.
    if (other !== undefined && !this.#changes.has(other)) {
      this.#changes.set(path, other)
      return `sent as \`${other}\``
    }
    if (!optional.has(path)) return undefined
    this.#leaveOut(path)
    return 'left out'
  }

  #leaveOut(path: string): void {
    this.#changes.set(path, undefined)
    if (path === 'logprobs') this.#changes.set('top_logprobs', undefined)
  }

  #inside(name: string, value: unknown): unknown {
    if (!WireObject.of(value)) return value
    const kept = Object.entries(value as object).filter(
      ([inner]) => !this.#changes.has(`${name}.${inner}`),
    )
    return Object.fromEntries(kept)
  }
}
