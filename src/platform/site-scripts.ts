/**
 * Parts of the page reader, each put into a page only where it is needed: what reads structured data, directories,
 * profiles, lists of papers, selected text, and one part for each software.
 */
export const siteScripts = [
  'site-structured',
  'site-listing',
  'site-profile',
  'site-selection',
  'site-papers',
  'site-scholarly',
  'site-vivo',
  'site-profiles-rns',
  'site-pure',
  'site-my-bibliography',
  'site-orcid',
  'site-google-scholar',
  'site-drupal-person',
  'site-wordpress-person',
] as const
export type SiteScript = (typeof siteScripts)[number]
