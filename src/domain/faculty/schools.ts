/**
 * Hosts of the United States' medical schools and their universities. Pages of a department seldom spell out the
 * university's name, and some name their own only in a picture. `~X` is "University of X", `^X` is "X University",
 * `^` alone takes the name from the host, anything else is the name itself. Hosts without a dot end in ".edu".
 */
const table =
  'uab~Alabama at Birmingham|southalabama~South Alabama|arizona~Arizona|asu^Arizona State|uams~Arkansas for Medical Sciences|' +
  'llu^Loma Linda|stanford^|ucdavis~California, Davis|uci~California, Irvine|ucla~California, Los Angeles|' +
  'ucr~California, Riverside|ucsd~California, San Diego|ucsf~California, San Francisco|berkeley~California, Berkeley|' +
  'usc~Southern California|cnsu^California Northstate|cuanschutz~Colorado|ucdenver~Colorado|colorado~Colorado|' +
  'uconn~Connecticut|uchc~Connecticut|quinnipiac^|yale^|gwu=George Washington University|georgetown^|howard^|' +
  'fiu^Florida International|fau^Florida Atlantic|fsu^Florida State|miami~Miami|ucf~Central Florida|ufl~Florida|' +
  'usf~South Florida|nova^Nova Southeastern|emory^|augusta^|mercer^|msm=Morehouse School of Medicine|hawaii~Hawaii|' +
  'uic~Illinois Chicago|illinois~Illinois Urbana-Champaign|uchicago~Chicago|northwestern^|luc=Loyola University Chicago|' +
  'rush^|rosalindfranklin^Rosalind Franklin|siumed^Southern Illinois|iu^Indiana|iupui^Indiana|uiowa~Iowa|' +
  'kumc~Kansas|ku~Kansas|uky~Kentucky|louisville~Louisville|lsuhsc=LSU Health Sciences Center|lsuhs=LSU Health Shreveport|' +
  'tulane^|umaryland~Maryland, Baltimore|umd~Maryland|jhu^Johns Hopkins|jhmi^Johns Hopkins|hopkinsmedicine.org^Johns Hopkins|' +
  'usuhs=Uniformed Services University|bu^Boston|bumc^Boston|harvard^|tufts^|umassmed=UMass Chan Medical School|' +
  'mit=Massachusetts Institute of Technology|umich~Michigan|med.umich~Michigan|msu^Michigan State|wayne^Wayne State|' +
  'oakland^|cmich^Central Michigan|wmed^Western Michigan|umn~Minnesota|mayo=Mayo Clinic|mayoclinic.org=Mayo Clinic|' +
  'umc~Mississippi|missouri~Missouri|umkc~Missouri-Kansas City|slu^Saint Louis|wustl=Washington University in St. Louis|' +
  'creighton^|unmc~Nebraska Medical Center|unlv~Nevada, Las Vegas|unr~Nevada, Reno|dartmouth=Dartmouth College|' +
  'rutgers^|rowan^|unm~New Mexico|amc=Albany Medical College|einsteinmed=Albert Einstein College of Medicine|' +
  'columbia^|cuimc.columbia^|buffalo=University at Buffalo|cornell^|hofstra^|' +
  'mssm=Icahn School of Medicine at Mount Sinai|nymc=New York Medical College|nyu^New York|nyulangone.org^New York|' +
  'rochester~Rochester|stonybrook^Stony Brook|stonybrookmedicine^Stony Brook|downstate=SUNY Downstate Health Sciences University|' +
  'upstate=SUNY Upstate Medical University|duke^|ecu^East Carolina|unc~North Carolina at Chapel Hill|wfu^Wake Forest|' +
  'wakehealth^Wake Forest|und~North Dakota|case^Case Western Reserve|clevelandclinic.org=Cleveland Clinic|ccf.org=Cleveland Clinic|' +
  'neomed^Northeast Ohio Medical|osu^Ohio State|uc~Cincinnati|utoledo~Toledo|wright^Wright State|ohio^|ou~Oklahoma|' +
  'ouhsc~Oklahoma|okstate^Oklahoma State|ohsu=Oregon Health & Science University|drexel^|jefferson^Thomas Jefferson|' +
  'psu^Pennsylvania State|temple^|upenn~Pennsylvania|pennmedicine.org~Pennsylvania|pitt~Pittsburgh|upmc=University of Pittsburgh|' +
  'geisinger=Geisinger Commonwealth School of Medicine|brown^|musc=Medical University of South Carolina|sc~South Carolina|' +
  'usd~South Dakota|etsu^East Tennessee State|mmc=Meharry Medical College|uthsc~Tennessee Health Science Center|vanderbilt^|' +
  'vumc.org^Vanderbilt|bcm=Baylor College of Medicine|tamu=Texas A&M University|ttuhsc=Texas Tech University Health Sciences Center|' +
  'utexas~Texas at Austin|uth=University of Texas Health Science Center at Houston|uthscsa=UT Health San Antonio|' +
  'utmb~Texas Medical Branch|utsouthwestern=UT Southwestern Medical Center|utrgv~Texas Rio Grande Valley|' +
  'mdanderson.org~Texas MD Anderson Cancer Center|tcu=Texas Christian University|uh~Houston|utah~Utah|uvm~Vermont|virginia~Virginia|' +
  'evms=Eastern Virginia Medical School|vcu^Virginia Commonwealth|vt=Virginia Tech|washington~Washington|uw~Washington|' +
  'wsu^Washington State|wvu^West Virginia|marshall^|mcw=Medical College of Wisconsin|wisc~Wisconsin-Madison|' +
  'rice^|princeton^|purdue^|nd~Notre Dame'

let names: Map<string, string> | undefined

function readTable(): Map<string, string> {
  const map = new Map<string, string>()
  for (const row of table.split('|')) {
    const [, host = '', kind = '', rest = ''] = /^([^~^=]+)([~^=])(.*)$/.exec(row) ?? []
    const own = rest || `${host.charAt(0).toUpperCase()}${host.slice(1)}`
    const name = kind === '~' ? `University of ${own}` : kind === '^' ? `${own} University` : own
    map.set(host.endsWith('.org') ? host : `${host}.edu`, name)
  }
  return map
}

/** The university, or clinic, that a host such as "cardiology.med.some.edu" belongs to; empty for a host not known. */
export function findSchoolOfHost(host: string): string {
  names ??= readTable()
  const parts = host.toLowerCase().slice(0, 253).split('.')
  return names.get(parts.slice(-3).join('.')) ?? names.get(parts.slice(-2).join('.')) ?? ''
}
