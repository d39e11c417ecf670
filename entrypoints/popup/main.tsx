import '../../assets/styles/tokens.css'
import '../../assets/styles/pages.css'
import '../../assets/styles/popup.css'
import { render } from 'preact'
import { version } from '../../package.json'
import { deviceZone, momentNow, untilTomorrow } from '../../src/platform/moment'
import { refusals } from '../../src/platform/page-address'
import type { PopupSeeds } from '../../src/ui/popup/doors'
import { Popup } from '../../src/ui/popup/popup'

/** What the product says besides its goals: it follows the first paint, and the log holds half of it already. */
async function loadSeeds(): Promise<PopupSeeds> {
  const [tasks, lines, banks, letters, dates, rules, lists] = await Promise.all([
    import('../../seeds/rotation-tasks'),
    import('../../seeds/spoken'),
    import('../../seeds/questions'),
    import('../../seeds/templates'),
    import('../../seeds/season'),
    import('../../seeds/watched-rules'),
    import('../../seeds/checklists'),
  ])
  return {
    rotationTasks: tasks.rotationTasks,
    spokenLines: lines.spokenLines,
    questionBanks: banks.questionBanks,
    templates: letters.templates,
    yearWords: letters.yearWords,
    seasonDates: dates.seasonDates,
    watchedRules: rules.watchedRules.rules,
    checklists: lists.checklists,
  }
}

const root = document.getElementById('app')
if (root) {
  render(
    <Popup
      doors={{
        // On its way while the frame of the popup is painted: the log is half of the code.
        openStore: async (onTrouble) => {
          const [{ openStore }, { followDue }] = await Promise.all([
            import('../../src/store/open-store'),
            import('../../src/store/follow-due'),
          ])
          const store = await openStore({ edition: version, onTrouble })
          followDue(
            store,
            () => momentNow().today,
            async (due) => {
              const { showBadge } = await import('../../src/platform/badge')
              await showBadge(due)
            },
          )
          return store
        },
        loadGoals: async () => (await import('../../seeds/goals')).goals,
        loadSeeds,
        momentNow,
        zone: deviceZone,
        untilTomorrow,
        openPage: (page, hash) => {
          // Loaded on the click: the browser API's wrapper is not needed to show the month.
          // The popup closes by itself when a tab takes the focus, but not when the tab is the one behind it.
          void import('../../src/platform/page-load')
            .then(({ openExtensionPage }) => openExtensionPage(page, hash))
            .then(() => window.close())
        },
        readActivePage: async () => {
          const { readActivePage } = await import('../../src/messaging/handlers/open-capture')
          return await readActivePage()
        },
        refusal: refusals.find((refusal) => location.hash === `#${refusal}`) ?? null,
        close: () => window.close(),
      }}
    />,
    root,
  )
}
