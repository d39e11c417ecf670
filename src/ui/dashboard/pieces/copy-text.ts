import { interviewsPage } from '../../shared/words/en'

/** Copies a text for another program, and says whether it went. */
export async function copyText(text: string, note: (text: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    note(interviewsPage.copied)
  } catch {
    note(interviewsPage.copyFailed)
  }
}
