/** Given names with their usual short forms in the United States. The first of a group is the whole name. */
const groups = (
  'abigail abby,alexander alex,alexandra alex,amanda mandy,andrew andy drew,anthony tony,barbara barb,benjamin ben benny,bradley brad,catherine cathy kate,' +
  'charles charlie chuck,christine chris tina,christina chris tina,christopher chris,cynthia cindy,daniel dan danny,david dave,deborah deb debbie,debra deb debbie,' +
  'donald don,dorothy dottie,douglas doug,edward ed eddie ted,elizabeth liz beth betty betsy lisa,eugene gene,frances fran,francis frank,frederick fred,gerald jerry,' +
  'gregory greg,harold harry hal,henry hank,jacob jake,jacqueline jackie,james jim jimmy jamie,janet jan,jeffrey jeff,jennifer jen jenny,jessica jess,john jack johnny,' +
  'jonathan jon,joseph joe joey,joshua josh,judith judy,katherine kathy kate katie,kathleen kathy kate,kathryn kathy kate katie,kenneth ken kenny,kimberly kim,' +
  'lawrence larry,leonard len,margaret maggie meg peggy,matthew matt,michael mike,nathaniel nate,nicholas nick,pamela pam,patricia pat patty trish,patrick pat,' +
  'peter pete,philip phil,rebecca becky,richard rich rick dick,robert bob bobby rob,ronald ron,russell russ,samantha sam,samuel sam,sandra sandy,stephanie steph,' +
  'stephen steve,steven steve,susan sue susie,suzanne sue,teresa terry,theodore ted theo,theresa terry,thomas tom tommy,timothy tim,victoria vicky vicki,' +
  'vincent vince,walter walt,william bill billy will,zachary zach zack'
)
  .split(',')
  .map((group) => group.split(' '))

/** True when one of two folded given names is a usual short form of the other; two short forms are not compared. */
export function isNickname(a: string, b: string): boolean {
  return groups.some(
    ([whole, ...short]) => (a === whole && short.includes(b)) || (b === whole && short.includes(a)),
  )
}
