/** True for something an e-mail can be sent to: one address, no display name, no blanks, a dotted host. */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\.]+(\.[^\s@<>",;:()[\]\\.]+)*\.[^\s@<>",;:()[\]\\.]{2,}$/.test(
      text,
    )
  )
}
