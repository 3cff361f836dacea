import { setOwnProperty } from '../../internal/set-own-property.ts'
import { coerce } from '../../schema/coerce/coerce.ts'
import type { FieldType } from '../../schema/field-type.ts'
import { type ContainerKind, grownType, growsAsText, memberOf } from './grown-type.ts'

interface Level {
  readonly container: unknown[] | Record<string, unknown>
  /** By what its members are read. */
  readonly type: FieldType
  /** Present where the container is only a value once it is complete: the type that decides. */
  readonly held?: FieldType | undefined
  /** The member that is being read; of a list, the next one. */
  key: string
}

/** What becomes of a value that begins: it grows, it is held back until it is complete, or it is dropped. */
type Fate = 'grows' | 'held' | 'dropped'

/**
 * A value that is built while it is read, by its type: lists, objects and texts are in it as soon as they
 * begin; numbers, literals and what has no plain shape once they are complete.
 */
export class PartialTree {
  value: unknown
  /** True once something came that the type does not take; nothing grows from then on. */
  isLost = false
  private readonly type: FieldType
  private readonly levels: Level[] = []
  private text = ''
  private textFate: Fate = 'held'

  constructor(type: FieldType) {
    this.type = type
  }

  get depth(): number {
    return this.levels.length
  }

  get isInList(): boolean {
    return Array.isArray(this.levels.at(-1)?.container)
  }

  /** The type of the value that comes next; undefined for a member that will not be kept. */
  get expected(): FieldType | undefined {
    const level = this.levels.at(-1)
    if (!level) return this.type
    const { container, key, type } = level
    return memberOf(type, Array.isArray(container) ? container.length : key)
  }

  key(name: string): void {
    const level = this.levels.at(-1)
    if (level) level.key = name
  }

  open(kind: ContainerKind): void {
    const { expected } = this
    const container = kind === 'list' ? [] : {}
    const grown = expected && grownType(expected, kind)
    if (grown) this.attach(container)
    const type: FieldType = grown ?? { kind: 'any' }
    this.levels.push({ container, type, key: '', ...(grown ? {} : { held: expected }) })
  }

  close(): void {
    const level = this.levels.pop()
    if (level?.held) this.settle(level.held, level.container)
  }

  /** A value that came at once. */
  leaf(value: unknown): void {
    if (this.expected) this.settle(this.expected, value)
  }

  openText(): void {
    const { expected } = this
    this.textFate = !expected ? 'dropped' : growsAsText(expected) ? 'grows' : 'held'
    this.text = ''
    if (this.textFate === 'grows') this.attach('')
  }

  addText(piece: string): void {
    this.text += piece
    if (this.textFate !== 'grows' || piece === '') return
    const level = this.levels.at(-1)
    if (!level) this.value = this.text
    else if (Array.isArray(level.container)) level.container[level.container.length - 1] = this.text
    else setOwnProperty(level.container, level.key, this.text)
  }

  closeText(): void {
    if (this.textFate === 'held') this.leaf(this.text)
  }

  private settle(type: FieldType, raw: unknown): void {
    const result = coerce(type, raw)
    if (result.ok) this.attach(result.value)
    // Models write null for what they leave out.
    else if (raw !== null || this.levels.at(-1)?.type.kind !== 'model') this.isLost = true
  }

  private attach(value: unknown): void {
    const level = this.levels.at(-1)
    if (!level) this.value = value
    else if (Array.isArray(level.container)) level.container.push(value)
    else setOwnProperty(level.container, level.key, value)
  }
}
