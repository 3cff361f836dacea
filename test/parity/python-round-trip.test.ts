import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ChainOfThought,
  ChatAdapter,
  loadProgram,
  Module,
  Predict,
  saveProgram,
} from '@ockham/core'
import { expect, test } from 'vitest'
import { asDSPyMessage } from './dspy-messages.ts'

/** A Python in which DSPy can be imported; the test needs one and does not run without. */
const python = process.env['OCKHAM_PYTHON'] ?? 'python3'
const hasDSPy = spawnSync(python, ['-c', 'import dspy']).status === 0
const script = join(import.meta.dirname, 'round_trip.py')

class Describe extends Module<object, object> {
  look = new Predict('photo: Image, tags: list[str] -> caption, score: float')
  steps = [new ChainOfThought('question -> answer'), new Predict('answer -> verdict: bool')]
  forward = async () => ({})
}

function inPython(action: 'save' | 'load', path: string): unknown {
  const { status, stdout, stderr } = spawnSync(python, [script, action, path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

function messagesOf(program: Describe): unknown {
  const adapter = new ChatAdapter()
  return Object.fromEntries(
    program.namedPredictors().map(([path, { signature, demos }]) => {
      const inputs = Object.fromEntries(signature.inputFields.map(({ name }) => [name, 'probe']))
      return [path, adapter.format(signature, demos, inputs).map(asDSPyMessage)]
    }),
  )
}

test.runIf(hasDSPy)(
  'a program goes from Python to here and back, and asks the same at every station',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ockham-'))
    const theirs = join(folder, 'theirs.json')
    const ours = join(folder, 'ours.json')
    const asked = inPython('save', theirs)
    const loaded = await loadProgram(new Describe(), theirs)
    expect(messagesOf(loaded)).toEqual(asked)
    await saveProgram(loaded, ours, { format: 'dspy' })
    expect(inPython('load', ours)).toEqual(asked)
    expect(messagesOf(await loadProgram(new Describe(), ours))).toEqual(asked)
  },
)
