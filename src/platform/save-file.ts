/** Hands a text file to the student through the browser's own download, from a page of the extension. */
export function saveTextFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file by then; revoking at once would cancel it in Firefox.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
