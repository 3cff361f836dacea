import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { CodeGenerationError } from '../../errors/code-generation-error.ts'
import type { CodeRun } from '../../interpreter/code-interpreter.ts'
import { codeInFence } from '../../schema/special/code-in-fence.ts'
import type { CodeSession } from '../code/code-session.ts'
import { headAndTail } from '../code/head-and-tail.ts'
import { failureText, runText } from '../code/outcome-text.ts'
import { readable } from '../code/readable.ts'
import { unusableReply } from '../tools/unusable-reply.ts'
import type { Generated } from './program-of-thought-signatures.ts'

/** Code that did not do, and why. */
interface Failed {
  readonly code: string
  readonly reason: string
  readonly cause?: unknown
}

interface WorkingCodeOptions {
  readonly session: CodeSession
  readonly maxIters: number
  /** Has code written, after code that failed if there is some. */
  write(failed: Failed | undefined): Promise<Generated>
}

const outputCharacters = 10_000
const declaration = /^(?:const|let|var)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=/gmu

/** The first code that gives something, and what it gives. Throws `CodeGenerationError` when none does. */
export async function workingCode(
  options: WorkingCodeOptions,
): Promise<{ code: string; output: string }> {
  const { session, maxIters, write } = options
  let failed: Failed | undefined
  for (let attempt = 1; attempt <= maxIters; attempt += 1) {
    const reply = await readable(write(failed))
    if (AdapterParseError.is(reply)) {
      failed = { code: reply.text, reason: unusableReply(reply), cause: reply }
      continue
    }
    const code = codeInFence(reply.generated_code).trim()
    const result = await tried(session, code)
    if ('output' in result) return { code, output: result.output }
    failed = result
  }
  throw new CodeGenerationError({
    generatedCode: failed?.code ?? '',
    reason: failed?.reason ?? '',
    attempts: maxIters,
    cause: failed?.cause,
  })
}

async function tried(session: CodeSession, code: string): Promise<{ output: string } | Failed> {
  if (code === '') return { code, reason: 'There was no code.' }
  const outcome = await session.run(code)
  if (!outcome.ok) {
    const reason = headAndTail(failureText(outcome.error), outputCharacters)
    return { code, reason, cause: outcome.error }
  }
  const output = resultText(outcome.run) || (await lastDeclared(session, code))
  return output === ''
    ? { code, reason: 'The code ran and gave nothing: it must call SUBMIT with its results.' }
    : { output: headAndTail(output, outputCharacters) }
}

/** The value of the variable that silent code declares last, as in DSPy; no text where there is none. */
async function lastDeclared(session: CodeSession, code: string): Promise<string> {
  const [, name] = [...code.matchAll(declaration)].at(-1) ?? []
  if (name === undefined) return ''
  const outcome = await session.run(name)
  return outcome.ok ? resultText(outcome.run) : ''
}

function resultText(run: CodeRun): string {
  const { final } = run
  if (!final) return runText(run).trim()
  return JSON.stringify(final.args.length === 1 ? final.args[0] : final.args)
}
