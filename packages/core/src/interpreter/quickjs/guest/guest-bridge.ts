import type { Inspect } from './guest-inspect.ts'
import type { ToJSON } from './guest-to-json.ts'

/** What the thread gives to the code inside: functions that take and give text and numbers only. */
export interface Natives {
  readonly functions: readonly string[]
  readonly finals: readonly string[]
  readonly maxOutputCharacters: number
  readonly maxValueCharacters: number
  readonly maxConcurrentCalls: number
  /** Takes a string as JSON. */
  print(json: string): void
  /** Starts a call; its number comes back in `settle`. Below 0 if the run has ended. */
  call(name: string, args: string): number
  /** A call that ends the run. */
  final(name: string, args: string): void
  /** The run has its value, as JSON; empty if there is none. */
  value(json: string): void
  /** The run failed: name, message and stack of the error, as JSON. */
  error(json: string): void
}

/** What the thread calls inside. All of it is the code's own work, under its limits. */
export interface Bridge {
  /** Before each run: makes the names exist and forgets the calls of the run before. */
  begin(namesJSON: string, variablesJSON: string): void
  /** Waits for the end of the run. */
  watch(promise: Promise<unknown>): void
  /** The run failed before it could be waited for. */
  fail(error: unknown): void
  settle(call: number, settledJSON: string): void
}

/**
 * Makes the names that code finds, and the way out for values. Its source runs inside QuickJS: it uses nothing from
 * outside itself and takes what the language has before any code could change it.
 */
export function guestBridge(natives: Natives, inspect: Inspect, toJSON: ToJSON): Bridge {
  const { parse, stringify } = JSON
  const { apply, defineProperty, get, getOwnPropertyDescriptor } = Reflect
  const { create, keys } = Object
  const NativeError = Error
  const NativeRangeError = RangeError
  const NativePromise = Promise
  const { then } = Promise.prototype
  const root: object = globalThis
  const { maxOutputCharacters, maxConcurrentCalls } = natives

  interface Call {
    readonly name: string
    readonly args: string
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
    next?: Call
  }
  let started: Record<number, Call> = create(null)
  let active = 0
  let firstWaiting: Call | undefined
  let lastWaiting: Call | undefined

  const set = (name: string, value: unknown): void => {
    defineProperty(root, name, { value, writable: true, enumerable: true, configurable: true })
  }

  const print = (...values: unknown[]): void => {
    let text = ''
    for (let index = 0; index < values.length && text.length <= maxOutputCharacters; index++) {
      const value = values[index]
      if (index > 0) text += ' '
      text +=
        typeof value === 'string'
          ? value.slice(0, maxOutputCharacters + 1)
          : inspect(value, maxOutputCharacters)
    }
    natives.print(stringify(`${text}\n`))
  }

  const start = (call: Call): void => {
    const id = natives.call(call.name, call.args)
    if (id < 0) return
    started[id] = call
    active++
  }

  const hostFunction =
    (name: string) =>
    (...values: unknown[]): Promise<unknown> =>
      new NativePromise((resolve, reject) => {
        const args = toJSON(values) ?? '[]'
        const call: Call = { name, args, resolve, reject }
        if (active < maxConcurrentCalls) start(call)
        else if (lastWaiting) {
          lastWaiting.next = call
          lastWaiting = call
        } else {
          firstWaiting = call
          lastWaiting = call
        }
      })

  const finalFunction =
    (name: string) =>
    (...values: unknown[]): never => {
      natives.final(name, toJSON(values) ?? '[]')
      throw new NativeError(`${name} has ended the run.`)
    }

  /** Code that loses a function it was given would not get far: assigning to its name says so. */
  const give = (name: string, value: (...values: unknown[]) => unknown): void => {
    defineProperty(value, 'name', { value: name })
    defineProperty(root, name, {
      get: () => value,
      set: () => {
        throw new NativeError(`${name} is given to the code and cannot be replaced.`)
      },
      enumerable: true,
    })
  }

  for (const name of natives.functions) give(name, hostFunction(name))
  for (const name of natives.finals) give(name, finalFunction(name))
  set('print', print)
  const console: Record<string, unknown> = {}
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table']) {
    console[name] = print
  }
  set('console', console)

  const textOf = (value: unknown, key: string): string => {
    try {
      const text: unknown = typeof value === 'object' && value ? get(value, key) : ''
      return typeof text === 'string' ? text.slice(0, 4000) : ''
    } catch {
      return ''
    }
  }

  const fail = (error: unknown): void => {
    let name = ''
    let message = ''
    let stack = ''
    if (error instanceof NativeError) {
      name = textOf(error, 'name')
      message = textOf(error, 'message')
      stack = textOf(error, 'stack')
    } else message = inspect(error, 4000)
    natives.error(stringify({ name, message, stack }))
  }

  const succeed = (value: unknown): void => {
    let json: string | undefined
    try {
      json = toJSON(value)
    } catch (error) {
      if (error instanceof NativeRangeError)
        print(`[${textOf(error, 'message')} The value is left out.]`)
      else if (textOf(error, 'message') === 'out of memory') fail(error)
    }
    natives.value(json ?? '')
  }

  return {
    begin(namesJSON, variablesJSON) {
      started = create(null)
      active = 0
      firstWaiting = undefined
      lastWaiting = undefined
      const variables: Record<string, unknown> = parse(variablesJSON)
      for (const name of keys(variables)) set(name, variables[name])
      for (const name of parse(namesJSON)) {
        if (!getOwnPropertyDescriptor(root, name)) set(name, undefined)
      }
    },
    watch(promise) {
      apply(then, promise, [succeed, fail])
    },
    fail,
    settle(id, settledJSON) {
      const call = started[id]
      if (!call) return
      delete started[id]
      active--
      const next = firstWaiting
      if (next) {
        firstWaiting = next.next
        if (!firstWaiting) lastWaiting = undefined
        start(next)
      }
      const settled: { ok: boolean; json?: string; name: string; message: string } =
        parse(settledJSON)
      if (settled.ok)
        return call.resolve(settled.json === undefined ? undefined : parse(settled.json))
      const error = new NativeError(settled.message)
      defineProperty(error, 'name', { value: settled.name, writable: true, configurable: true })
      call.reject(error)
    },
  }
}
