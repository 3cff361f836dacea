import { OptionError } from '../../errors/option-error.ts'

/** The limits of a `quickJS` interpreter. */
export interface QuickJSOptions {
  /** Milliseconds that one run may compute; waiting for functions of the host does not count. Default 5000. */
  timeoutMs?: number
  /** Milliseconds that one run may take in all, with the functions of the host. Default 600 000. */
  totalTimeoutMs?: number
  /** Megabytes (of 1024 * 1024 bytes) that the code's values may take. Default 64. */
  memoryMB?: number
  /** Kilobytes for calls within calls: 1024 hold about 6000 of a small function. Default 1024, at most 4096. */
  stackKB?: number
  /** Characters of output that one run keeps. Default 100 000. */
  maxOutputCharacters?: number
  /** Characters of JSON that a value may have that leaves the code. Default 1 000 000. */
  maxValueCharacters?: number
  /** Calls of host functions under way at once; further ones wait. Default 32. */
  maxConcurrentCalls?: number
}

/** All limits of an interpreter. */
export type QuickJSLimits = Readonly<Required<QuickJSOptions>>

const defaults: QuickJSLimits = {
  timeoutMs: 5_000,
  totalTimeoutMs: 600_000,
  memoryMB: 64,
  stackKB: 1024,
  maxOutputCharacters: 100_000,
  maxValueCharacters: 1_000_000,
  maxConcurrentCalls: 32,
}

/** Least and most of each: timers hold 31 bits, WebAssembly 2 GB, the build of QuickJS 5 MB of stack. */
const ranges: Readonly<Record<keyof QuickJSOptions, readonly [number, number]>> = {
  timeoutMs: [1, 2_147_483_647],
  totalTimeoutMs: [1, 2_147_483_647],
  memoryMB: [1, 1024],
  stackKB: [64, 4096],
  maxOutputCharacters: [0, 100_000_000],
  maxValueCharacters: [1, 100_000_000],
  maxConcurrentCalls: [1, 10_000],
}

/** Fills in the defaults; throws `OptionError` for a number that cannot be used. */
export function resolveQuickJSOptions(options: QuickJSOptions): QuickJSLimits {
  const resolved = {
    timeoutMs: options.timeoutMs ?? defaults.timeoutMs,
    totalTimeoutMs: options.totalTimeoutMs ?? defaults.totalTimeoutMs,
    memoryMB: options.memoryMB ?? defaults.memoryMB,
    stackKB: options.stackKB ?? defaults.stackKB,
    maxOutputCharacters: options.maxOutputCharacters ?? defaults.maxOutputCharacters,
    maxValueCharacters: options.maxValueCharacters ?? defaults.maxValueCharacters,
    maxConcurrentCalls: options.maxConcurrentCalls ?? defaults.maxConcurrentCalls,
  }
  for (const name of Object.keys(ranges) as (keyof QuickJSOptions)[]) {
    // The keys of a record that names them all: the cast only undoes what Object.keys forgets.
    const [least, most] = ranges[name]
    if (!(Number.isInteger(resolved[name]) && resolved[name] >= least && resolved[name] <= most)) {
      throw new OptionError(name, `must be a whole number from ${least} to ${most}.`)
    }
  }
  return resolved
}
