/** Pages of the handbook of a bicycle shop. */
export const handbook = [
  'Refunds are paid within 5 working days to the card that was charged.',
  'A bicycle can be returned within 30 days if it was not ridden in rain or mud.',
  'Repairs take 2 days; in April and May they take a week, so book early.',
  'The frame has a warranty of 10 years, the battery one of 2 years.',
  'Test rides are free and last 45 minutes; bring an identity card.',
  'Batteries are shipped by road only, because airlines refuse them.',
  'The shop opens from Tuesday to Saturday, 9 to 18 o’clock.',
  'Children’s bicycles can be traded in for the next size at half price.',
  'Gift vouchers are valid for 3 years and cannot be turned into cash.',
  'A puncture is repaired while you wait and costs 15 euros.',
  'Electric bicycles need a software update once a year, which is free.',
  'Students get 10 percent off everything but repairs.',
]

interface Question {
  question: string
  page: number
}

/** Questions, and the page that answers each. */
export const questions: [Question, ...Question[]] = [
  { question: 'How many days until refunds are paid to my card?', page: 0 },
  { question: 'How long is the warranty of the battery?', page: 3 },
  { question: 'What does it cost to have a puncture repaired?', page: 9 },
  { question: 'Can I trade in the bicycle of my children?', page: 7 },
  { question: 'Do students get a discount, how many percent?', page: 11 },
  { question: 'How long do repairs take in May?', page: 2 },
]
