import type { CallEntry } from './call-entry.ts'
import type { CallRecord } from './call-record.ts'
import { toCallRecord } from './to-call-record.ts'

/** How many bytes may still be kept, shared by all who keep calls of one piece of work. */
export interface KeptBytes {
  left: number
}

/** Keeps the LM calls of one scope; those that no bytes are left for are only counted. */
export class CallKeeper {
  private readonly entries: CallEntry[] = []
  private readonly bytes: KeptBytes
  private readonly parent: CallKeeper | undefined
  private missed = 0

  constructor(bytes: KeptBytes, parent?: CallKeeper) {
    this.bytes = bytes
    this.parent = parent
  }

  /** Keeps a call, here and for the scope around this one. */
  add(entry: CallEntry): void {
    this.parent?.add(entry)
    if (entry.bytes > this.bytes.left) {
      this.missed += 1
      return
    }
    this.bytes.left -= entry.bytes
    this.entries.push(entry)
  }

  /** The calls kept so far, in the order in which they ended. */
  records(): CallRecord[] {
    return this.entries.map(toCallRecord)
  }

  /** How many calls were not kept. */
  get leftOut(): number {
    return this.missed
  }
}
