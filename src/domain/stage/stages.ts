/** Every stage of the road, in the order of the road. `pause` can fall anywhere. */
export const stageIds = [
  'before-ms1',
  'ms1-aug-oct',
  'ms1-nov-feb',
  'ms1-mar-jun',
  'ms2-jul-oct',
  'ms2-nov-feb',
  'ms2-mar-jun',
  'ms3',
  'ms4-apr-jun',
  'ms4-jul-sep',
  'ms4-oct-feb',
  'ms4-mar-grad',
  'after',
  'pause',
] as const
export type StageId = (typeof stageIds)[number]
