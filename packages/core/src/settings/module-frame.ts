/** A module at work, by its identity, so that nothing that remembers the frame keeps the module alive. */
export interface ModuleFrame {
  readonly identity: number
  /** The module that called it. */
  readonly caller: ModuleFrame | undefined
}
