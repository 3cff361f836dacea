import { expect, test } from 'vitest'
import { OptionError } from '../../errors/option-error.ts'
import { csvCell } from '../../evaluate/export/csv-cell.ts'
import { readCSV } from './read-csv.ts'

test.each([
  [
    'cells by commas and records by lines',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['line ends of every kind, the last one missing', 'a\nb\rc', [['a'], ['b'], ['c']]],
  [
    'quoted commas, quotes and line ends',
    '"a,b","say ""x""","1\r\n2"',
    [['a,b', 'say "x"', '1\r\n2']],
  ],
  [
    'empty cells, quoted or not',
    ',"",\n"",,',
    [
      ['', '', ''],
      ['', '', ''],
    ],
  ],
  ['white space as it stands', ' a , b', [[' a ', ' b']]],
  ['one empty cell in an empty line', 'a\n\n\r\nb\n', [['a'], [''], [''], ['b']]],
  ["a spreadsheet's byte order mark as nothing", '\uFEFF"a",b', [['a', 'b']]],
  ['nothing', '', []],
])('CSV is read with %s', (_what, text, records) => {
  expect(readCSV(text)).toEqual(records)
})

test('cells can stand between tabs or semicolons, and then hold commas', () => {
  expect(readCSV('a,b\t"c\td"', '\t')).toEqual([['a,b', 'c\td']])
  expect(readCSV('a,b;c', ';')).toEqual([['a,b', 'c']])
})

test.each([
  ['"ab', 'row 1 opens a quote that is never closed'],
  ['a\n"b', 'row 2 opens a quote that is never closed'],
  ['a\nb,c"d"', 'row 2 has a quote within the text of cell 2'],
  ['"a"b', 'row 1 has a quote within the text of cell 1'],
])('%j is refused, for it %s', (text, words) => {
  expect(() => readCSV(text)).toThrow(OptionError)
  expect(() => readCSV(text)).toThrow(words)
})

test('what evaluations write as CSV is read back', () => {
  const cells = ['plain', 'a "quoted", text\r\nin lines', ' padded ', '']
  expect(readCSV(`${cells.map(csvCell).join(',')}\r\n`)).toEqual([cells])
})

test('a long cell of quotes takes linear time', () => {
  const quotes = '""'.repeat(500_000)
  expect(readCSV(`"${quotes}"`)[0]?.[0]).toHaveLength(500_000)
})
