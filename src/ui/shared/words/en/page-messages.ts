/** Message ids that a page script can meet too: it carries these and no others. */
export const pageMessages: Record<string, string> = {
  'error.gone': 'Preround was updated. Reload this page to go on.',
  'error.no-answer': 'Preround did not answer. Please try again.',
  'error.refused': 'That request was not understood, so nothing was changed.',
  'error.merge-changed':
    'Your log changed in the meantime, and this no longer looks like the same person. Nothing was saved: look at the panel again, then save.',
  'error.log-changed':
    'Your log changed in the meantime, so nothing was saved yet. The marks are up to date now: look once more, then save.',
  'error.save-cancelled': 'Stopped. Nothing was saved.',
  'error.nobody-chosen': 'Nobody is ticked, so there was nothing to save.',
  'error.unexpected': 'Something went wrong, and nothing was changed. Please try again.',
  'error.store-closed': 'This page was closed. Reload it to go on.',
  'error.store-unavailable':
    'The browser would not open your network log. Private windows and blocked site data can cause this. Nothing was changed; try a normal window.',
  'error.store-newer': 'A newer version of Preround keeps your log now. Reload this page to go on.',
  'error.store-upgrade-failed':
    'Your log could not be brought to this version, so it was left exactly as it was. Restart the browser and try again.',
  'error.store-full':
    'There is no room left on this device, so nothing was saved. Free some space and try again.',
  'error.store-interrupted': 'The browser interrupted the work, and nothing was changed. Please try again.',
  'error.record-gone': 'This is no longer in your log.',
  'error.record-damaged':
    'One record cannot be read. It was left as it is, and the rest of your log is fine.',
  'error.record-newer':
    'This record was written by a newer version of Preround. Update Preround to open it; until then it stays untouched.',
  'error.input-invalid':
    'Something in "{field}" is too long or not in the right form. Nothing was saved; please check it.',
  'error.person-gone': 'This person is no longer in your log. Recent changes may bring them back.',
  'error.touch-gone': 'This entry is no longer in your log. Recent changes may bring it back.',
  'merge.no-evidence':
    'Only the name agrees, and that is not enough to join two people. Save a new person, or add a shared e-mail, paper or institution first.',
  'merge.too-long':
    'Joined together, "{field}" would be too long. Shorten one side and try again; nothing was changed.',
  'change.already-undone': 'This was already undone.',
  'change.forgotten': 'This change is more than 30 days old, so its way back is gone.',
  'change.changed-since':
    'Later work builds on this: undo {count|the one change|the {count} changes} after it first, from the top of Recent changes.',
}
