/**
 * The catalogue: every word the student sees outside `seeds/`, one exported group for each screen. Groups are separate
 * exports so that a page script carries only its own. A translation is one file of the same shape.
 * Texts may hold `{name}` and `{count|one form|many form}`: see `say`.
 */

/** Page scripts (pubmed, webmail): keep this group tiny, it rides on every page. */
export const page = {
  save: 'Save',
  saveName: 'Save {name}',
  gone: 'Preround was updated. Reload this page to go on.',
}

/** Message ids of `domain`, `store` and the worker. */
export const messages: Record<string, string> = {
  'error.gone': 'Preround was updated. Reload this page to go on.',
  'error.no-answer': 'Preround did not answer. Please try again.',
  'error.refused': 'That request was not understood, so nothing was changed.',
  'error.unexpected': 'Something went wrong, and nothing was changed. Please try again.',
}

/** The capture panel. */
export const capture = {}

/** The template picker and what follows a sent mail. */
export const compose = {}

/** The popup. */
export const popup = {}

/** The dashboard. */
export const dashboard = {}

/** The first-run page. */
export const welcome = {}

/** Words shared by several screens: roles, kinds of touch, months, undo. */
export const common = {}
