/** The road: stages as the student reads them. */
export const road = {
  stages: {
    'before-ms1': 'Before MS1',
    'ms1-aug-oct': 'MS1 · August–October',
    'ms1-nov-feb': 'MS1 · November–February',
    'ms1-mar-jun': 'MS1 · March–June',
    'ms2-jul-oct': 'MS2 · July–October',
    'ms2-nov-feb': 'MS2 · November–February',
    'ms2-mar-jun': 'MS2 · March until clerkships',
    ms3: 'MS3 · Clerkships',
    'ms4-apr-jun': 'MS4 · April–June',
    'ms4-jul-sep': 'MS4 · July–September',
    'ms4-oct-feb': 'MS4 · October–February',
    'ms4-mar-grad': 'MS4 · March to graduation',
    after: 'After graduation',
    pause: 'On pause',
  } as Record<string, string>,
}
