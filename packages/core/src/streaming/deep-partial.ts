/** A value that is still growing: lists may be shorter, members missing, texts unfinished. */
export type DeepPartial<Value> = Value extends string | number | boolean | null | undefined | Date
  ? Value
  : Value extends readonly (infer Item)[]
    ? number extends Value['length']
      ? DeepPartial<Item>[]
      : { -readonly [Index in keyof Value]?: DeepPartial<Value[Index]> }
    : Value extends object
      ? { -readonly [Name in keyof Value]?: DeepPartial<Value[Name]> }
      : Value
