const signs =
  /\b(?:cannot|can't|can’t|unable|sorry|unclear|unknown|unsure|undetermined|impossible|insufficient|maybe|perhaps|not|never|neither|nor|without|none|no one|don't|don’t|doesn't|doesn’t|isn't|isn’t|doubt|opposite|hardly|unlikely|lacks?|nothing|nobody|anything but|won't|won’t|as an ai)\b/i

/** Whether a text declines, doubts or denies, so that a word or number found in it is not its answer. */
export function soundsLikeRefusal(text: string): boolean {
  return signs.test(text)
}
