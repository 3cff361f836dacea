import { Worker } from 'node:worker_threads'
import { CodeInterpreterError } from '../../errors/code-interpreter-error.ts'
import type { CheckedSetup } from './check-setup.ts'
import type { QuickJSLimits } from './quickjs-options.ts'
import { SharedState } from './shared-state.ts'
import type {
  HostMessage,
  RunEnd,
  SettledCall,
  ThreadMessage,
  ThreadStart,
} from './thread-message.ts'

const watchEveryMs = 100
/** How much longer than allowed a thread may compute in silence; it stops the code itself where it can. */
const graceMs = 1_000
/** V8's own stack per kilobyte of QuickJS': below about 20, V8 overflows first when code nests deeply. */
const v8StackPerStack = 32

/** Answers a call of the code. */
export type AnswerCall = (name: string, args: string) => Promise<SettledCall>

interface Run {
  readonly answer: AnswerCall
  readonly resolve: (end: RunEnd) => void
  readonly reject: (error: Error) => void
}

/** A worker thread with one QuickJS machine. It keeps the process alive only while code runs. */
export class QuickJSThread {
  private readonly worker: Worker
  private readonly shared: SharedState
  private readonly limits: QuickJSLimits
  private current: Run | undefined
  private dead = false

  /** The module is `compiledModule()`'s. */
  constructor(module: object, setup: CheckedSetup, limits: QuickJSLimits) {
    this.limits = limits
    this.shared = SharedState.create(limits.maxOutputCharacters)
    const workerData: ThreadStart = {
      module,
      limits,
      functions: [...setup.functions.keys()],
      finals: [...setup.finals],
      shared: this.shared.buffer,
    }
    // Sources run as they are, bundled code in the root of dist/ has its worker beside it.
    const file = import.meta.url.endsWith('.ts') ? './quickjs-worker.ts' : './quickjs-worker.js'
    this.worker = new Worker(new URL(file, import.meta.url), {
      name: 'quickjs',
      workerData,
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { stackSizeMb: Math.ceil((limits.stackKB * v8StackPerStack) / 1024) },
    })
    this.worker.on('message', (message: ThreadMessage) => this.receive(message))
    this.worker.on('error', (error) => this.broke(error))
    this.worker.on('exit', () => this.broke(undefined))
  }

  /** What the last run printed. */
  output(): string {
    return this.shared.output()
  }

  /** Whether runs are still possible. */
  alive(): boolean {
    return !this.dead
  }

  /** One run; rejects when the thread was stopped. Runs must not overlap. */
  async run(code: string, variables: string, answer: AnswerCall): Promise<RunEnd> {
    this.shared.reset()
    const startedAt = performance.now()
    this.worker.ref()
    const watch = setInterval(() => this.watch(startedAt), watchEveryMs)
    try {
      return await new Promise((resolve, reject) => {
        this.current = { answer, resolve, reject }
        this.send({ type: 'run', code, variables })
      })
    } finally {
      clearInterval(watch)
      this.current = undefined
      this.worker.unref()
    }
  }

  /** Ends the thread at once, whatever it does; a run under way rejects with the error. */
  async stop(error: Error): Promise<void> {
    this.dead = true
    this.current?.reject(error)
    await this.worker.terminate()
  }

  private watch(startedAt: number): void {
    const { timeoutMs, totalTimeoutMs } = this.limits
    if (performance.now() - startedAt > totalTimeoutMs) {
      this.exceeded(`The run took longer than ${totalTimeoutMs} ms and was stopped.`)
    } else if (this.shared.computedMs() > timeoutMs + graceMs) {
      this.exceeded(`The code computed for longer than ${timeoutMs} ms and was stopped.`)
    }
  }

  private exceeded(message: string): void {
    void this.stop(new CodeInterpreterError(message, { reason: 'time', output: this.output() }))
  }

  private receive(message: ThreadMessage): void {
    const run = this.current
    if (message.type === 'end') run?.resolve(message.end)
    if (!run || message.type === 'end') return
    const { call, name, args } = message
    void run.answer(name, args).then((settled) => {
      if (this.current === run) this.send({ type: 'settle', call, settled })
    })
  }

  private broke(cause: unknown): void {
    this.dead = true
    const full = cause instanceof Error && Reflect.get(cause, 'code') === 'ERR_WORKER_OUT_OF_MEMORY'
    const message = `The thread of the interpreter ended by itself: ${cause ?? 'it was stopped.'}`
    this.current?.reject(
      new CodeInterpreterError(message, {
        reason: full ? 'memory' : 'closed',
        output: this.output(),
        cause,
      }),
    )
  }

  private send(message: HostMessage): void {
    if (!this.dead) this.worker.postMessage(message)
  }
}
