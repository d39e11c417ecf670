/**
 * Degrees, licences and fellowships behind names, compared without dots and case: those that are believed without
 * company. The long tail (NCSN, FNASN, ATSF) is known by its shape: see `looksLikeCredential`.
 */
const known = new Set(
  (
    'md do phd dphil dds dmd bds dvm vmd dpm od dc nd dnp dns dpt pt ot otr otd pharmd rph psyd edd med jd llm llb drph mph mha mhs mba mpa mpp msw dsw ' +
    'lcsw mfa bfa dma mbbs mbbch mbchb mb bch bchir ba bs bsc bsn ma ms msc msn mse meng barch march mphil np rn aprn crna cnm pa pac rd rdn ccc lpc ' +
    'lmft faap facc facp facs faan facog facep fache mm mtr esq scd dsc aud mat mdiv'
  ).split(' '),
)

/** Companies, posts and institutions that stand in capitals behind a name as degrees do. */
const foreignPattern = /^U|U$|UNY$|^(NIH|CDC|FDA|MIT|VA|VAMC|MGH|BWH|CHOP|HMS|C[A-Z]O|[ESA]?VP|LLC|INC)$/

/** The letters of a credential: "Ph.D." is "PhD", "MRCP(UK)" is "MRCP". */
const readLetters = (word: string) => word.slice(0, 30).replace(/\(.*|[.\s’'*]/g, '')

const hasCapitals = (text: string) => /[A-Z].*[A-Z]/.test(text)

/** True for "MD", "Ph.D.", "FAAN", "MD/PhD", "RN-BC", "MLIS"; not for "Ma" or "Do", which are family names. */
export function isCredential(word: string): boolean {
  return readLetters(word)
    .split('/')
    .every((part) => {
      const small = part.replace(/-[A-Z]{1,4}$/, '').toLowerCase()
      if (!/^[am][ams]{0,2}i?li?s$/.test(small) && !small.split('-').every((one) => known.has(one)))
        return false
      // In small letters only what no name can be: "phd", "rn".
      return hasCapitals(part) || (part !== 'Md' && /^([^aeiouy]+|esq)$/.test(small))
    })
}

/** True for a word with several capitals that is a credential where credentials stand; not for "McDonald" or "DeVon". */
export function looksLikeCredential(word: string): boolean {
  const letters = readLetters(word)
  return (
    /^(?!(?:Ma?c|D[aeiu]l?|L[ae]|Fitz)[A-Z][a-z])[A-Z][A-Za-z]{1,9}([-/][A-Z]{1,6}){0,3}$/.test(letters) &&
    letters.length > 2 &&
    hasCapitals(letters) &&
    !foreignPattern.test(letters)
  )
}
