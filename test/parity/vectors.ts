import { readFileSync } from 'node:fs'
import { type Signature, signature } from '@ockham/core'
import { namedTypes } from './named-types.ts'

/** A signature as the recordings write it. */
export interface RecordedSignature {
  spec: string
  instructions: string | null
  descriptions: Record<string, string>
  chainOfThought: boolean
}

/** The lines of one recording. */
export function vectors<Vector>(name: string): Vector[] {
  const file = new URL(`./vectors/${name}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** The recorded signature as one of ours. */
export function recordedSignature(recorded: RecordedSignature): Signature {
  const { spec, instructions, descriptions, chainOfThought } = recorded
  const fields = Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => [name, { description }]),
  )
  const made = signature(spec, {
    types: namedTypes,
    fields,
    ...(instructions === null ? {} : { instructions }),
  })
  return chainOfThought ? made.prepend('reasoning', 'str') : made
}
