import type { FoundMore, FoundPerson } from '../extractor'
import type { FoundName } from './profile/find-name'

/** What the listing reader made of a page. The page's judge weighs it against the profile. */
export interface ListingFinding {
  people: FoundPerson[]
  more: FoundMore | null
  /** 0–1: how much this is a listing of people whom somebody could save. Below 0.5 it is none. */
  strength: number
}

/** What the profile reader made of a page. */
export interface ProfileFinding {
  person: FoundPerson | null
  /** 0–1: how much the page is about this one person. Below 0.5 it is no profile. */
  strength: number
  /** The person's name and which parts of the page agree on it. */
  name: FoundName | null
}
