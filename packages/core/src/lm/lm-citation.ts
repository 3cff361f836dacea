import type { SpecialTypes } from '../schema/special/special-types.ts'

/** A quotation with its place: documents count from 0, characters within the document's text. */
export type LMCitation = SpecialTypes['Citations']['citations'][number]
