/** Makes the instances of a class functions: calling one is calling its `run`. */
export abstract class Callable {
  constructor() {
    const instance: Callable = Object.setPrototypeOf(
      (...given: never[]) => instance.run(...given),
      new.target.prototype,
    )
    // A function's own `name` and `length` would hide members that a class names so.
    Reflect.deleteProperty(instance, 'name')
    Reflect.deleteProperty(instance, 'length')
    // biome-ignore lint/correctness/noConstructorReturn: an instance is a function, so that it can be called
    return instance
  }

  /** What a call of the instance does. */
  protected abstract run(...given: never[]): unknown
}
