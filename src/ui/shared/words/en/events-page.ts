/** The dashboard: events. */
export const eventsPage = {
  title: 'Events',
  add: 'Add event',
  added: 'Added {what}',
  addedWith: 'Added {what}, with {count|one person|{count} people} met',
  saved: 'Saved {what}',
  removed: 'Deleted {what}. The people stay in your log',
  editName: 'Edit {what}',
  removeName: 'Delete {what}',
  met: 'Met:',
  personGone: 'somebody who is no longer in your log',
  groups: 'Interest groups joined: {groups} ({count} of {most}).',
  empty:
    'No event yet. At the next one, meet three people: somebody of the faculty, somebody a year or two ahead, and a new face from your class. Enter them here in a minute.',
  form: {
    addTitle: 'Add event',
    editTitle: 'Edit event',
    what: 'What was it',
    whatHint: 'orientation, a group’s first evening, a conference',
    whatMissing: 'A name is needed.',
    group: 'Interest group you joined there',
    groupHint: 'empty if you joined none',
    three: 'Three people you met',
    more: 'People you met',
    threeHint: 'One of each kind. A name is enough; leave empty whom you did not meet.',
    places: {
      faculty: 'Faculty or dean',
      'upper-student': 'MS2 or MS3',
      classmate: 'New classmate',
    },
  },
}
