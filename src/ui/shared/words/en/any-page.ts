/** Saving from any page: context menu, toolbar icon, popup, settings. */
export const anyPage = {
  /** `%s` is the selected text, put in by the browser. */
  menus: {
    page: 'Save people on this page to my network log',
    selection: 'Save “%s” to my network log',
    address: 'Save this address to my network log',
  },
  save: 'Save from this page',
  saving: 'Opening…',
  refusals: {
    browser: 'The browser lets no extension read this page. Open a page of the web, or use Add person.',
    store: 'This is the browser’s store for extensions, and no extension may read it.',
    extension: 'This page belongs to an extension, and another one may not read it.',
    source: 'This is the source text of a page. Open the page itself to save from it.',
    'reader-view': 'Reader view cannot be read. Leave it, and save from the page itself.',
    pdf: 'People cannot be saved from a PDF. Open their web page, or use Add person.',
    file: 'Files on this computer are not read. Open the page on the web, or use Add person.',
    'no-page': 'This is a picture, a recording or plain data, not a page with people to save.',
    mail: 'Your mail is not read. To save somebody who wrote to you, use Add person.',
    closed: 'The browser did not let this page be read. If it did not load, reload it and try again.',
  },
  offer: 'Always offer on {host}',
  offered: 'Always offered on {host}',
  offeredChange: 'change',
  sitesTitle: 'Sites with a standing offer',
  sitesLead:
    'On these sites a small control shows by itself when a page is about people you could save. Everywhere else nothing runs until you ask.',
  sitesNone: 'No site yet. The toolbar button offers it on the page you are looking at.',
  sitesMany: 'Granted in the browser’s own settings. Nothing is offered there: only single sites are used.',
  siteRemove: 'Remove',
  siteRemoveName: 'Remove {site}',
  siteRemoved: 'Nothing is offered on {site} any more',
  siteKept:
    'The browser kept its permission for {site}. Take it back in the browser’s settings for extensions.',
  siteLabel: 'Add a site',
  siteHint: 'its address, such as medicine.example.edu; the browser asks you to confirm',
  siteAdd: 'Always offer here',
  siteAdded: 'Pages about people on {site} now show a small control',
  siteWrong: 'This is not the address of a site. It looks like medicine.example.edu.',
  siteThere: '{site} is on the list already',
  siteOwn: 'Preround works on {site} anyway',
}
