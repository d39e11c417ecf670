/** Words shared by several screens: roles, kinds of touch, months, undo. */
export const common = {
  /** The product's own name: the same in every language. */
  product: 'Preround',
  /** For dates and sorting. */
  locale: 'en-US',
  undo: 'Undo',
  undone: 'Taken back.',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  save: 'Save',
  edit: 'Edit',
  remove: 'Delete',
  back: 'Back',
  optional: 'optional',
  today: 'today',
  yesterday: 'yesterday',
  never: 'never',
  log: 'Log',
  unexpected: 'This page ran into a fault. Your log is safe. Reload the page to go on.',
  reload: 'Reload',
  roles: {
    attending: 'Attending',
    resident: 'Resident',
    fellow: 'Fellow',
    'faculty-researcher': 'Faculty researcher',
    'dean-advisor': 'Dean or advisor',
    peer: 'Peer at another school',
    staff: 'Staff',
    classmate: 'Classmate',
    'upper-student': 'MS2–MS3 at your school',
    'matched-ms4': 'Matched MS4',
  } as Record<string, string>,
}
