// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const blankOrControl = /[\u0000-\u0020\u007f]/

/** True for an address the product may open or keep: http, https or mailto, without blanks or control characters. */
export function isSafeLink(address: string): boolean {
  return (
    address.length <= 2000 &&
    /^(https?:\/\/[^\s/]|mailto:[^\s])/i.test(address) &&
    !blankOrControl.test(address)
  )
}
