/** The search for a research mentor in the capture panel: rides in web pages. */
export const funnelPanel = {
  title: 'Research mentors',
  fresh: 'Not on your list yet: saving makes this name {next} of {min}–{max}.',
  freshMore: 'Not on your list yet. You have {count} names, and {max} are plenty.',
  states: {
    found: 'found; nobody has vouched for them yet',
    'set-aside': 'set aside: not good to students',
    vetted: 'good to students; not written to yet',
    written: 'written to {days|one day|{days} days} ago',
    'moved-on': 'no answer, you moved on',
    answered: 'answered',
    talked: 'talked with',
  } as Record<string, string>,
  writtenToday: 'written to today',
  answers: { yes: 'said yes', no: 'said no, or too busy', later: 'said later' } as Record<string, string>,
  saidBy: '{state} (said by {name})',
  cold: 'Already waiting for an answer: {names}. Saving is fine; let the next first e-mail wait for one of them.',
}
