/** Letters that Unicode does not take apart, with the plain letters they are looked up under. */
const plainLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII has nothing to fold but case
const ascii = /^[\u0000-\u007f]*$/

/**
 * Text as it is compared and searched: lower case, without accents, one kind of apostrophe and hyphen, single spaces.
 * Scripts without case or accents (CJK) come through unchanged.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/`/g, "'").replace(/\s+/g, ' ').trim()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc\u02b9`\u00b4\u2032]/g, "'")
    .replace(/[\u2010-\u2015\u2212\u00ad]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** The folded words of a name: hyphens and dots part words, apostrophes vanish ("O'Brien" is one word). */
export function foldWords(text: string): string[] {
  return foldText(text)
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
