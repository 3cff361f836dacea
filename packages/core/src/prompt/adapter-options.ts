/** What every prompt adapter can be told. */
export interface AdapterOptions {
  /** Gives tools to LMs that can call them, in place of telling of them in the prompt. */
  useNativeFunctionCalling?: boolean
}
