import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import type { CodeRun } from '../../interpreter/code-interpreter.ts'
import type { Signature } from '../../signature/signature.ts'
import type { CodeSession } from '../code/code-session.ts'
import { headAndTail } from '../code/head-and-tail.ts'
import { failureText, runText } from '../code/outcome-text.ts'
import { unusableReply } from '../tools/unusable-reply.ts'
import { fencedCode } from './fenced-code.ts'
import { readSubmission } from './read-submission.ts'
import type { REPLEntry } from './repl-entry.ts'

/** What came of a step, and the outputs if it submitted some that fit. */
export interface REPLStep {
  readonly entry: REPLEntry
  readonly outputs?: Readonly<Record<string, unknown>>
}

/** What the LM wrote for a step. */
interface Action {
  reasoning: string
  code: string
}

interface StepOptions {
  readonly session: CodeSession
  readonly signature: Signature
  readonly maxOutputCharacters: number
}

/** Runs what was written for a step; whatever is wrong with it is the step's output. */
export async function replStep(
  { session, signature, maxOutputCharacters }: StepOptions,
  action: Action | AdapterParseError,
): Promise<REPLStep> {
  const told = (reasoning: string, code: string, output: string): REPLEntry => ({
    reasoning,
    code,
    output: headAndTail(output, maxOutputCharacters),
  })
  if (AdapterParseError.is(action))
    return { entry: told('', '', `[Error] ${unusableReply(action)}`) }
  const { reasoning } = action
  const fenced = fencedCode(action.code, session.language)
  if (!fenced.ok) return { entry: told(reasoning, action.code, `[Error] ${fenced.reason}`) }
  const { code } = fenced
  if (code === '') return { entry: told(reasoning, code, '[Error] There was no code to run.') }
  const outcome = await session.run(code)
  if (!outcome.ok) {
    return { entry: told(reasoning, code, `[Error] ${failureText(outcome.error)}`) }
  }
  const { final } = outcome.run
  if (!final) return { entry: told(reasoning, code, printed(outcome.run)) }
  const submission = readSubmission(signature, final.args)
  if (submission.ok) {
    const given = JSON.stringify(final.args.length === 1 ? final.args[0] : final.args)
    return { entry: told(reasoning, code, `Submitted: ${given}`), outputs: submission.outputs }
  }
  const refusal = `[Error] What was submitted does not fit. ${submission.reason}`
  return { entry: told(reasoning, code, [outcome.run.output, refusal].join('\n').trimStart()) }
}

function printed(run: CodeRun): string {
  return runText(run) || '(nothing was printed; print what you want to see)'
}
