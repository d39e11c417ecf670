/** The page script of webmail: keep this group tiny, it rides on every page. */
export const page = {
  gone: 'Preround was updated. Reload this page to go on.',
  templates: 'Templates',
  templatesTitle: 'Preround',
}
