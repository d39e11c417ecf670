/** The page script of PubMed: keep this group tiny, it rides on every page. */
export const pubmedPage = {
  /** The name follows. */
  saveName: 'Save ',
  saveAuthor: 'Save an author…',
  saveMentor: 'Save mentor',
  gone: 'Preround was updated: reload this page',
}
