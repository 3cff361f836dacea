import { AdapterParseError } from '../../errors/adapter-parse-error.ts'
import { codeInFence } from '../../schema/special/code-in-fence.ts'
import type { CodeSession } from '../code/code-session.ts'
import { headAndTail } from '../code/head-and-tail.ts'
import { failureText, runText } from '../code/outcome-text.ts'
import { unusableReply } from '../tools/unusable-reply.ts'

/** What one step adds to the trajectory, under DSPy's names, and whether it was the last. */
export interface CodeStep {
  readonly entries: Readonly<Record<string, string>>
  readonly finished: boolean
}

/** What the LM wrote for a step. */
interface Written {
  generated_code: string
  finished: boolean
}

const outputCharacters = 10_000

/** Runs what was written. A step whose code failed is not the last, whatever it says: it can be mended. */
export async function codeStep(
  session: CodeSession,
  index: number,
  written: Written | AdapterParseError,
): Promise<CodeStep> {
  const observation = `observation_${index}`
  if (AdapterParseError.is(written)) {
    return { entries: { [observation]: unusableReply(written) }, finished: false }
  }
  const code = codeInFence(written.generated_code).trim()
  if (code === '') {
    return { entries: { [observation]: 'There was no code to run.' }, finished: written.finished }
  }
  const generated = { [`generated_code_${index}`]: code }
  const outcome = await session.run(code)
  if (outcome.ok) {
    const output = headAndTail(runText(outcome.run), outputCharacters)
    return {
      entries: { ...generated, [`code_output_${index}`]: output },
      finished: written.finished,
    }
  }
  const failure = headAndTail(failureText(outcome.error), outputCharacters)
  return {
    entries: { ...generated, [observation]: `The code failed: ${failure}` },
    finished: false,
  }
}
