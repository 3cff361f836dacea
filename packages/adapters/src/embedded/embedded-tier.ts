/** The sizes of the embedded model. */
export type EmbeddedTier = 'nano' | 'small' | 'large'
