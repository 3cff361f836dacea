/** Words that turn round the meaning of those shortly after them. */
export const negations: ReadonlySet<string> = new Set(
  `no not never none nothing nobody neither nor without cannot can't don't doesn't didn't isn't
  aren't wasn't weren't won't wouldn't couldn't shouldn't haven't hasn't hadn't`.split(/\s+/),
)
