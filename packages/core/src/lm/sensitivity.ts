/** How far content may travel: anywhere, to providers that are trusted, or not off the user's own machines. */
export type Sensitivity = 'public' | 'internal' | 'confidential'
