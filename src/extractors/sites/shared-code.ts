import { findEmailAddresses } from '../../domain/capture/email-addresses'
import { fitLocalPart, foldName, readLocalPart } from '../../domain/capture/email-owner'
import { findWrittenAddresses, readMailLink } from '../../domain/capture/written-address'
import { anyRank, isTitle, lecturer, professor } from '../../domain/faculty/is-title'
import { isDepartment, isInstitution, isUnitName } from '../../domain/faculty/places'
import { cleanLine } from '../../domain/guards/text'
import { isCredential, looksLikeCredential } from '../../domain/names/credentials'
import { foldText, foldWords } from '../../domain/names/fold'
import { parseNameAndCredentials } from '../../domain/names/parse-name'
import { readNameLine } from '../../domain/names/read-name-line'
import {
  attributeOf,
  childrenOf,
  firstChildOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  queryAll,
  queryOne,
  rootOf,
  tagOf,
  textOf,
} from '../dom'

/**
 * What the reader holds and lends to its parts, which are scripts of their own and would else carry it again. The build
 * (wxt.config.ts) takes it from here by place: in the order of the imports above, all that they name.
 */
export const sharedCode = [
  findEmailAddresses,
  fitLocalPart,
  foldName,
  readLocalPart,
  findWrittenAddresses,
  readMailLink,
  anyRank,
  isTitle,
  lecturer,
  professor,
  isDepartment,
  isInstitution,
  isUnitName,
  cleanLine,
  isCredential,
  looksLikeCredential,
  foldText,
  foldWords,
  parseNameAndCredentials,
  readNameLine,
  attributeOf,
  childrenOf,
  firstChildOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  queryAll,
  queryOne,
  rootOf,
  tagOf,
  textOf,
]
