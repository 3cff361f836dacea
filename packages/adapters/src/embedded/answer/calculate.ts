const number = '(-?\\d+(?:\\.\\d+)?)'
const sum = new RegExp(
  `(?<![\\d.])${number}\\s*(\\+|-|−|\\*|×|x|/|÷|plus|minus|times|multiplied by|divided by)\\s*${number}`,
  'i',
)

/** The result of the first calculation of two numbers written in a text, such as `12 + 7`. */
export function calculate(text: string): number | undefined {
  const match = sum.exec(text)
  if (match === null) return undefined
  const left = Number(match[1])
  const right = Number(match[3])
  switch (match[2]?.toLowerCase()) {
    case '+':
    case 'plus':
      return left + right
    case '-':
    case '−':
    case 'minus':
      return left - right
    case '/':
    case '÷':
    case 'divided by':
      return right === 0 ? undefined : left / right
    default:
      return left * right
  }
}
