import type { CodeInterpreterErrorOptions } from '../../errors/code-interpreter-error.ts'
import type { QuickJSLimits } from './quickjs-options.ts'

/** What a thread is started with. */
export interface ThreadStart {
  /** QuickJS as a compiled `WebAssembly.Module`, shared by all threads. */
  readonly module: object
  readonly limits: QuickJSLimits
  readonly functions: readonly string[]
  readonly finals: readonly string[]
  /** See `SharedState`. */
  readonly shared: SharedArrayBuffer
}

/** What the host tells the thread. Values travel as JSON, which each side makes and reads for itself. */
export type HostMessage =
  | { readonly type: 'run'; readonly code: string; readonly variables: string }
  | { readonly type: 'settle'; readonly call: number; readonly settled: SettledCall }

/** How a call of a host function ended; `json` is missing where it returned undefined. */
export type SettledCall =
  | { readonly ok: true; readonly json?: string }
  | { readonly ok: false; readonly name: string; readonly message: string }

/** What the thread tells the host. */
export type ThreadMessage =
  | { readonly type: 'call'; readonly call: number; readonly name: string; readonly args: string }
  | { readonly type: 'end'; readonly end: RunEnd }

/** How a run ended. `spoilt`: nothing more can run in this thread. */
export type RunEnd = { readonly spoilt: boolean } & (
  | { readonly type: 'value'; readonly json?: string }
  | { readonly type: 'final'; readonly name: string; readonly args: string }
  | {
      readonly type: 'error'
      readonly reason: CodeInterpreterErrorOptions['reason']
      readonly message: string
    }
)
