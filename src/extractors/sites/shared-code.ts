import { foldName } from '../../domain/capture/email-owner'
import { anyRank, isTitle, lecturer, professor } from '../../domain/faculty/is-title'
import { isDepartment, isInstitution, isUnitName } from '../../domain/faculty/places'
import { cleanLine } from '../../domain/guards/text'
import { isCredential, looksLikeCredential } from '../../domain/names/credentials'
import { foldText, foldWords } from '../../domain/names/fold'
import { makeName, makeNames } from '../../domain/names/make-name'
import { isCjk, readParts, readSuffix } from '../../domain/names/name-parts'
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
  foldName,
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
  makeName,
  makeNames,
  isCjk,
  readParts,
  readSuffix,
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
