import type { Extractor } from './extractor'
import { pubmed } from './sites/pubmed/pubmed'

/** Every extractor, the most specific first: the first one that matches and detects reads the page. */
export const extractors: readonly Extractor[] = [pubmed]
