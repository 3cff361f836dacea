import type { Random } from './random.ts'

/** What replies are made of, and what parsers stumble over. */
const words = [
  ...['[[ ## answer ## ]]', '[[ ## n ## ]]', '[[ ## tags ## ]]', '[[ ## completed ## ]]', '[[ ##'],
  ...['<answer>', '</answer>', '<n>', '</n>', '<tags>', '<item>', '</item>', '</tags>', '<a b="'],
  ...['&amp;', '&#10;', '&', '<', '>', '<![CDATA[', ']]>', '<!--', '-->', '<?x', '?>', '<!DOCTYPE'],
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    "'",
    '`',
    '```json\n',
    '```',
    '“',
    '”',
    '\\',
    '\\"',
    '\\u00',
  ],
  ...[
    '"answer": ',
    '"n": ',
    '"tags": ',
    'answer: ',
    '**n**: ',
    '- ',
    '1. ',
    '# ',
    '// ',
    '/* ',
    '*/',
  ],
  ...['true', 'None', 'null', '3', '-0', '1e9999', '90%', '1,234', 'Infinity', 'one', 'billing'],
  ...[' ', '  ', '\n', '\n\n', '\r\n', '\t', '\u2028', '\ufeff', '\0', '\ud800', '😀', 'é', '东京'],
]

/** A reply of up to `most` characters: words in any order, repeated runs, and a nearly right reply amid them. */
export function hostileReply(random: Random, most: number): string {
  // Most replies are short; sizes are spread evenly over the orders of magnitude.
  const size = Math.floor(most ** random.next())
  const parts: string[] = []
  for (let length = 0; length < size; ) {
    const part = random.next() < 0.1 ? run(random, size) : random.pick(words)
    parts.push(part)
    length += part.length
  }
  if (random.next() < 0.3) parts.splice(random.below(parts.length + 1), 0, random.pick(replies))
  return parts.join('').slice(0, most)
}

const replies = [
  '[[ ## answer ## ]]\nyes\n\n[[ ## n ## ]]\n3\n\n[[ ## tags ## ]]\n["a"]\n\n[[ ## completed ## ]]',
  '{"answer": "yes", "n": 3, "tags": ["a", "b"]}',
  '<answer>yes</answer>\n<n>3</n>\n<tags><item>a</item></tags>',
  'answer: yes\nn: 3\ntags: a, b',
]

function run(random: Random, size: number): string {
  const word = random.pick(words)
  return word.repeat(1 + random.below(Math.ceil(size / word.length)))
}
