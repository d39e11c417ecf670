// @ts-check

/**
 * The text of a saved page. Order: byte-order mark; bytes that are UTF-8 and hold more than ASCII (pages are often saved
 * as UTF-8 while their markup still names the old set); the set the markup names; UTF-8; windows-1252.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decodePage(bytes) {
  const charset = sniffCharset(bytes)
  const text = new TextDecoder(charset).decode(bytes)
  if (charset !== 'windows-1252') return text
  // Node 20 reads windows-1252 as Latin-1 and leaves control characters where quotes and dashes stood.
  return text.replace(/[\x80-\x9f]/g, (letter) => highLetters[letter.charCodeAt(0) - 0x80] ?? letter)
}

/** What windows-1252 has at 0x80 to 0x9f; five places are free. */
const highLetters = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ']

/** @param {Uint8Array} bytes @returns {string} a label TextDecoder knows */
export function sniffCharset(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const isUtf8 = isValidUtf8(bytes)
  if (isUtf8 && bytes.some((byte) => byte > 0x7f)) return 'utf-8'
  const declared = findDeclared(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
  if (declared && (declared !== 'utf-8' || isUtf8)) return declared
  return isUtf8 ? 'utf-8' : 'windows-1252'
}

/** @param {string} head */
function findDeclared(head) {
  const markup = head.replace(/<!--[\s\S]*?-->/g, '')
  const named =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(markup)?.[1] ??
    /<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(markup)?.[1]
  if (!named) return null
  try {
    const { encoding } = new TextDecoder(named)
    // A page that can be read as ASCII up to here cannot be UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

/** @param {Uint8Array} bytes */
function isValidUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
