import type { JSONValue, LMCitation, LMFinishReason, LMOutput } from '@ockham/core'
import { ToolCallAssembler } from './tool-call-assembler.ts'

/** One completion while it is put together. */
export class OutputAssembler {
  text = ''
  reasoning = ''
  finishReason: LMFinishReason | undefined
  readonly toolCalls: ToolCallAssembler = new ToolCallAssembler()
  readonly citations: LMCitation[] = []
  readonly logprobs: JSONValue[] = []

  /** It has its finish reason, or text or calls, of which none breaks off. */
  get balanced(): boolean {
    if (this.finishReason !== undefined) return true
    const says = this.text !== '' || this.toolCalls.calls().length > 0
    return says && this.toolCalls.closed
  }

  /** The completion as it stands. */
  output(): LMOutput {
    const toolCalls = this.toolCalls.calls()
    const reason = this.finishReason ?? 'stop'
    const output: LMOutput = {
      text: this.text,
      // Several servers say `stop` although they call tools.
      finishReason: reason === 'stop' && toolCalls.length > 0 ? 'tool_calls' : reason,
    }
    if (this.reasoning !== '') output.reasoning = this.reasoning
    if (toolCalls.length > 0) output.toolCalls = toolCalls
    if (this.citations.length > 0) output.citations = this.citations
    if (this.logprobs.length > 0) output.logprobs = this.logprobs
    return output
  }
}
