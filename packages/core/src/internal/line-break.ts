/** Where Python's `str.splitlines` breaks a text. */
export const lineBreak: RegExp = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/
