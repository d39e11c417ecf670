import type { MissingPiece } from '../../../domain/templates/fill-template'
import { compose } from '../../shared/words/en'

/** What a piece is called that nobody has said yet. */
export function namePiece(piece: MissingPiece): string {
  return piece.kind === 'slot' ? piece.label : (compose.fields[piece.key] ?? piece.key)
}

/** How such a piece stands in a text. */
export function markMissing(piece: MissingPiece): string {
  return `[${namePiece(piece)}]`
}
