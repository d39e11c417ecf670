/** The page script of sites that the student chose: keep this group tiny, it rides on every page of them. */
export const offer = {
  /** The name follows. */
  savePerson: 'Save ',
  /** The number follows, and a bracket. */
  saveList: 'Save people on this page (',
  dismiss: 'Not on this page',
  gone: 'Preround was updated: reload this page',
}
