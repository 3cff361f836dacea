import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core'
import type { ThreadStart } from '../thread-message.ts'
import { type Bridge, guestBridge, type Natives } from './guest-bridge.ts'
import { guestInspect } from './guest-inspect.ts'
import { guestToJSON } from './guest-to-json.ts'
import type {} from './web-assembly.ts'

/** What happens inside that the thread must know. */
export type GuestEvents = Pick<Natives, 'print' | 'call' | 'final' | 'value' | 'error'> & {
  /** Asked while code computes; true stops it. */
  interrupt(): boolean
}

const variant: QuickJSSyncVariant = {
  type: 'sync',
  importFFI: async () => (await import('@jitl/quickjs-wasmfile-release-sync/ffi')).QuickJSFFI,
  importModuleLoader: () => import('@jitl/quickjs-wasmfile-release-sync/emscripten-module'),
}

/** One QuickJS machine: text goes in, text comes out, and no object of either side reaches the other. */
export class Guest {
  readonly runtime: QuickJSRuntime
  private readonly context: QuickJSContext
  private readonly bridge: QuickJSHandle
  private readonly memoryBytes: number

  private constructor(runtime: QuickJSRuntime, start: ThreadStart, events: GuestEvents) {
    this.runtime = runtime
    this.context = runtime.newContext()
    this.memoryBytes = start.limits.memoryMB * 1024 * 1024
    runtime.setMemoryLimit(this.memoryBytes)
    this.bridge = this.makeBridge(start, events)
  }

  static async create(start: ThreadStart, events: GuestEvents): Promise<Guest> {
    const machine = await newQuickJSWASMModuleFromVariant(
      newVariant(variant, { wasmModule: start.module }),
    )
    const runtime = machine.newRuntime({
      maxStackSizeBytes: start.limits.stackKB * 1024,
      interruptHandler: () => events.interrupt(),
    })
    return new Guest(runtime, start, events)
  }

  /** Runs a script and gives its value, for the caller to dispose of; undefined if it threw, which is then known. */
  evaluate(code: string, file: string): QuickJSHandle | undefined {
    const result = this.context.evalCode(code, file, { type: 'global', strict: false })
    if (!result.error) return result.value
    this.invoke('fail', result.error)
    result.error.dispose()
    return undefined
  }

  /** Calls a function of the bridge; false if even that failed, for want of time, memory or stack. */
  invoke(name: keyof Bridge, ...values: (string | number | QuickJSHandle)[]): boolean {
    const handles = values.map((value) => this.handle(value))
    const target = this.context.getProp(this.bridge, name)
    const result = this.context.callFunction(target, this.context.undefined, ...handles)
    const succeeded = !result.error
    result.dispose()
    target.dispose()
    handles.forEach((handle, index) => {
      if (handle !== values[index]) handle.dispose()
    })
    return succeeded
  }

  /** Whether next to no memory is left, not even to tell an error with. */
  isFull(): boolean {
    const { runtime, context } = this
    runtime.setMemoryLimit(-1)
    const usage = runtime.computeMemoryUsage()
    const used = context.getProp(usage, 'memory_used_size')
    const full = context.getNumber(used) > this.memoryBytes * 0.9
    used.dispose()
    usage.dispose()
    runtime.setMemoryLimit(this.memoryBytes)
    return full
  }

  private handle(value: string | number | QuickJSHandle): QuickJSHandle {
    if (typeof value === 'string') return this.context.newString(value)
    return typeof value === 'number' ? this.context.newNumber(value) : value
  }

  private makeBridge(start: ThreadStart, events: GuestEvents): QuickJSHandle {
    const { context } = this
    const { limits, functions, finals } = start
    const data = JSON.stringify({ ...limits, functions, finals })
    const natives = context.unwrapResult(context.evalCode(`(${data})`))
    const give = (name: string, take: (...values: QuickJSHandle[]) => QuickJSHandle): void => {
      context.newFunction(name, take).consume((made) => context.setProp(natives, name, made))
    }
    const text = (value: QuickJSHandle | undefined): string =>
      value ? context.getString(value) : ''
    give('call', (name, args) => context.newNumber(events.call(text(name), text(args))))
    give('final', (name, args) => {
      events.final(text(name), text(args))
      return context.undefined
    })
    for (const name of ['print', 'value', 'error'] as const) {
      give(name, (json) => {
        events[name](text(json))
        return context.undefined
      })
    }
    // Built from the functions' own source: they are written, checked and formatted like all other code, but
    // run inside. Loaders that keep names wrap functions in `__name`.
    const inspect = `(${guestInspect})()`
    const toJSON = `(${guestToJSON})(natives.maxValueCharacters)`
    const script = `((__name, natives) => (${guestBridge})(natives, ${inspect}, ${toJSON}))`
    const make = context.unwrapResult(context.evalCode(script, 'ockham'))
    const identity = context.newFunction('', (value) => value ?? context.undefined)
    const made = context.callFunction(make, context.undefined, identity, natives)
    for (const handle of [make, identity, natives]) handle.dispose()
    return context.unwrapResult(made)
  }
}
