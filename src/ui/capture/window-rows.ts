/** Rows drawn beyond each edge of what can be seen, so that scrolling shows no gap. */
const margin = 8

/** Which of many rows of one height are drawn: from `from` up to, not including, `to`. */
export function windowRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): { from: number; to: number } {
  const first = Math.floor(scrollTop / rowHeight) - margin
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight) + margin
  const to = Math.max(0, Math.min(count, last))
  return { from: Math.max(0, Math.min(first, to)), to }
}

/** Where to scroll so that a row is wholly seen; unchanged when it is. */
export function scrollToRow(row: number, rowHeight: number, scrollTop: number, viewHeight: number): number {
  const top = row * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - viewHeight)
}
