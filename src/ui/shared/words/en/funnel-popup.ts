/** The search for a research mentor: its line in the popup. */
export const funnelPopup = {
  line: '{names} found · {vetted} vouched for · {talks} talked',
  waiting: '{count} waiting: {people}',
  days: '{name} ({days|one day|{days} days})',
  today: '{name} (today)',
  more: '{people} and {count|one more|{count} more}',
  full: 'Three first e-mails are out. Let the next one wait for an answer.',
  open: 'Open research mentors',
}
