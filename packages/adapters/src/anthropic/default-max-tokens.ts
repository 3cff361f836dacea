/** The limit of a reply when the request sets none: Anthropic's API requires one. */
export const defaultMaxTokens = 4096
