import { type Insertion, notLanded } from './insert-rich'
import { findFirstMark, missingBreaks } from './text-map'

/** Where the student's own text ends in a plain-text mail: before the signature's `-- ` line, or before quoted lines. */
export function findPlainEnd(value: string): number {
  const signature = /^-- ?$/m.exec(value)?.index ?? value.length
  const quote = /^>/m.exec(value)?.index ?? value.length
  if (quote >= signature) return signature
  // The line that introduces a quote ("… wrote:") stands directly above it and ends with a colon in most languages.
  const above = /(^|\n)([^\n]*[:：]\s*)\n?$/.exec(value.slice(0, quote))
  return above ? above.index + (above[1]?.length ?? 0) : quote
}

/**
 * Inserts a letter into a plain-text body, before signature and quoted lines, at the caret when it stands in the
 * student's own text. `caret`: the place it had before the picker took the focus; null for unknown.
 */
export function insertPlain(
  area: HTMLTextAreaElement,
  text: string,
  marks: readonly string[],
  caret: number | null,
): Insertion {
  const earlier = area.value
  const end = findPlainEnd(earlier)
  const own = earlier.slice(0, end)
  const at = own.trim() === '' ? 0 : caret !== null && caret <= end ? caret : own.trimEnd().length
  const before = '\n'.repeat(missingBreaks(own.slice(0, at), 'end'))
  // The signature wants a line of its own, also where nothing stands between.
  const after = '\n'.repeat(missingBreaks(earlier.slice(at), 'start'))
  const added = before + text + after
  const wanted = earlier.slice(0, at) + added + earlier.slice(at)

  area.focus()
  area.setSelectionRange(at, at)
  area.ownerDocument.execCommand('insertText', false, added)
  const isNative = area.value === wanted
  if (!isNative) {
    area.value = earlier
    area.setRangeText(added, at, at, 'end')
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
  }
  if (area.value !== wanted) return notLanded

  const start = at + before.length
  const mark = findFirstMark(text, marks)
  if (mark) area.setSelectionRange(start + mark.at, start + mark.at + mark.mark.length)
  else area.setSelectionRange(start + text.length, start + text.length)

  return {
    hasLanded: true,
    undo: isNative ? 'native' : 'restore',
    remove() {
      area.focus()
      if (area.value !== wanted) {
        const place = area.value.lastIndexOf(text)
        if (place < 0) return false
        area.setSelectionRange(place, place + text.length)
        if (!area.ownerDocument.execCommand('delete'))
          area.setRangeText('', place, place + text.length, 'end')
        return true
      }
      if (isNative) area.ownerDocument.execCommand('undo')
      if (area.value !== earlier) {
        area.value = earlier
        area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }))
      }
      return true
    },
  }
}
