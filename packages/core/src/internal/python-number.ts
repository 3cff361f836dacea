/** A number that Python prints otherwise than JavaScript: a whole float such as `3.0`, or a long integer. */
export class PythonNumber extends Number {
  readonly text: string

  constructor(value: number, text: string) {
    super(value)
    this.text = text
  }
}
