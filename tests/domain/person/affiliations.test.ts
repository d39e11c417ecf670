import { describe, expect, it } from 'vitest'
import { isAnyInstitutionShared } from '../../../src/domain/person/affiliations'

const isSameInstitution = (a: string, b: string) => isAnyInstitutionShared([a], [b])

const same: [string, string][] = [
  ['University of Florida, Gainesville, FL, USA', 'Department of Medicine, University of Florida'],
  ['University of Florida College of Medicine, Gainesville, Florida', 'Univ. of Florida, Gainesville'],
  ['Division of Nephrology, University of Florida, Gainesville, FL 32610, USA.', 'The University of Florida'],
  ['Yale School of Medicine, New Haven, CT', 'Yale University, New Haven, Connecticut, USA'],
  ['Harvard Medical School, Boston, MA', 'Harvard University, Cambridge, MA'],
  ['Department of Medicine, Emory University Hospital, Atlanta', 'Emory University School of Medicine'],
  [
    'Johns Hopkins University School of Medicine',
    'Department of Surgery, Johns Hopkins University, Baltimore',
  ],
  ['Massachusetts General Hospital, Boston, MA', 'Division of Cardiology, Massachusetts General Hospital'],
  ['MGH, Boston', 'Massachusetts General Hospital, Boston, MA, USA'],
  ['UCSF', 'Department of Medicine, University of California, San Francisco, CA, USA'],
  ['University of California San Francisco', 'University of California, San Francisco'],
  ['University of California, Davis, Sacramento, CA', 'University of California Davis School of Medicine'],
  ['University of Texas Southwestern Medical Center, Dallas', 'UT Southwestern, Dallas, TX'],
  [
    'University of Texas MD Anderson Cancer Center',
    'The University of Texas MD Anderson Cancer Center, Houston',
  ],
  ['Mayo Clinic, Rochester, MN', 'Department of Neurology, Mayo Clinic, Rochester, Minnesota'],
  ['Cleveland Clinic', 'Heart and Vascular Institute, Cleveland Clinic, Cleveland, OH'],
  ['National Institutes of Health, Bethesda, MD', 'NIH'],
  ["Children's Hospital of Philadelphia", 'Division of Oncology, Children’s Hospital of Philadelphia, PA'],
  ["St. Mary's Hospital, Duluth, MN", 'Department of Surgery, St Marys Hospital, Duluth, Minnesota'],
  ['Universität Heidelberg, Germany', 'University of Heidelberg, Heidelberg, Germany'],
  ['Université de Montréal, Montréal, QC, Canada', 'Universite de Montreal'],
  ['Universidad de Chile, Santiago', 'University of Chile'],
  ['Washington University School of Medicine in St. Louis', 'Washington University, St Louis, MO'],
  ['Florida State University, Tallahassee', 'College of Medicine, Florida State University'],
  ['Department of Medicine Duke University, Durham', 'Duke University School of Medicine'],
  ['Stanford University; e-mail: jane@stanford.example', 'STANFORD UNIVERSITY'],
  ['Genentech Inc., South San Francisco', 'Genentech, Inc, San Francisco, CA'],
]

const different: [string, string][] = [
  ['Department of Medicine', 'Department of Medicine'],
  ['Department of Medicine, Boston, MA, USA', 'Department of Medicine, Boston, MA, USA'],
  ['', ''],
  ['University of Florida', ''],
  ['Gainesville, FL, USA', 'Gainesville, FL, USA'],
  ['Professor of Medicine', 'Professor of Medicine'],
  ['School of Medicine', 'School of Medicine, USA'],
  ['Medical School', 'Medical School'],
  ['College of Medicine, Florida', 'University of Florida'],
  ['University of Florida', 'Florida State University'],
  ['University of Florida', 'University of Central Florida'],
  ['University of Florida', 'University of South Florida, Tampa, Florida'],
  ['University of Miami, Miami, Florida', 'University of Florida'],
  ['University of Miami', 'Miami University, Oxford, Ohio'],
  ['University of Washington, Seattle', 'Washington University, St. Louis'],
  ['Washington University', 'George Washington University, Washington, DC'],
  ['Washington State University', 'University of Washington'],
  ['University of California, Los Angeles', 'University of California, San Francisco'],
  ['University of California', 'University of California, San Diego'],
  ['University of Alabama, Tuscaloosa', 'University of Alabama at Birmingham'],
  ['University of Texas at Austin', 'University of Texas Southwestern Medical Center, Dallas'],
  ['Boston University, Boston, MA', 'Boston College, Boston, MA'],
  ['Boston Medical Center, Boston', 'Boston University, Boston'],
  ['New York University', 'New York Medical College, Valhalla, New York'],
  ['Michigan State University', 'University of Michigan'],
  ['Pennsylvania Hospital, Philadelphia', 'University of Pennsylvania, Philadelphia'],
  ["St. Mary's Hospital, Duluth, MN", "St. Mary's Hospital, Richmond, VA"],
  ["St. Mary's Hospital", "St. Mary's Hospital"],
  ['Memorial Hospital, Gulfport', 'Memorial Hospital, Colorado Springs'],
  ['General Hospital', 'General Hospital'],
  ["Children's Hospital, Denver", "Children's Hospital, Boston"],
  ['VA Medical Center, Durham', 'VA Medical Center, Ann Arbor'],
  ['Veterans Affairs Medical Center', 'Veterans Affairs Medical Center'],
  ['Cancer Center', 'Comprehensive Cancer Center'],
  ['Heart Institute', 'Heart Institute'],
  ['University Hospital', 'University Hospital'],
  ['Department of Surgery, University Hospital', 'Department of Surgery, University Hospital, USA'],
  ['Institute of Physiology', 'Institute of Physiology'],
  ['Department of Pediatrics, USA', 'Division of Pediatrics, USA'],
  ['Research Institute, Children’s Hospital', 'Research Institute, Children’s Hospital'],
  ['Office of Student Affairs', 'Office of Student Affairs'],
  ['Ohio State University', 'Ohio University'],
]

describe('comparing affiliations', () => {
  it.each(same)('takes "%s" and "%s" for one institution', (a, b) => {
    expect(isSameInstitution(a, b)).toBe(true)
    expect(isSameInstitution(b, a)).toBe(true)
  })

  it.each(different)('does not take "%s" and "%s" for one institution', (a, b) => {
    expect(isSameInstitution(a, b)).toBe(false)
    expect(isSameInstitution(b, a)).toBe(false)
  })

  it('finds one shared place among several', () => {
    expect(
      isAnyInstitutionShared(['Department of Medicine', 'Duke University'], ['Duke University Hospital']),
    ).toBe(true)
    expect(
      isAnyInstitutionShared(['Department of Medicine'], ['Department of Medicine', 'Duke University']),
    ).toBe(false)
    expect(isAnyInstitutionShared([], [])).toBe(false)
  })
})
