import '../../assets/styles/tokens.css'
import '../../assets/styles/pages.css'
import '../../assets/styles/dashboard.css'
import '../../assets/styles/rotations.css'
import '../../assets/styles/programs.css'
import { render } from 'preact'
import { version } from '../../package.json'
import { goals } from '../../seeds/goals'
import { questionBanks } from '../../seeds/questions'
import { rotationTasks } from '../../seeds/rotation-tasks'
import { seasonDates } from '../../seeds/season'
import { spokenLines } from '../../seeds/spoken'
import { templates, yearWords } from '../../seeds/templates'
import { watchedRules } from '../../seeds/watched-rules'
import { showBadge } from '../../src/platform/badge'
import { deviceZone, momentNow } from '../../src/platform/moment'
import { readHost, readSiteKind } from '../../src/platform/page-address'
import { openExtensionPage } from '../../src/platform/page-load'
import { saveTextFile } from '../../src/platform/save-file'
import { readShortcut } from '../../src/platform/shortcut'
import { listSites, onSitesChange, removeSite, requestSite } from '../../src/platform/site-access'
import { followDue } from '../../src/store/follow-due'
import { openStore } from '../../src/store/open-store'
import { Dashboard } from '../../src/ui/dashboard/dashboard'
import { sources } from '../../src/ui/shared/words/en'

const root = document.getElementById('app')
if (root) {
  render(
    <Dashboard
      doors={{
        openStore: async (onTrouble) => {
          const store = await openStore({ edition: version, onTrouble })
          followDue(store, () => momentNow().today, showBadge)
          return store
        },
        momentNow,
        zone: deviceZone,
        browser: import.meta.env.FIREFOX ? 'firefox' : 'chrome',
        sources,
        openWelcome: () => void openExtensionPage('welcome'),
        shortcut: readShortcut,
        sites: {
          list: listSites,
          isOwn: (host) => readSiteKind(`https://${host}/`) !== 'page',
          readHost,
          request: requestSite,
          remove: removeSite,
          onChange: onSitesChange,
        },
        saveFile: saveTextFile,
        seeds: {
          goals,
          rotationTasks,
          spokenLines,
          questionBanks,
          templates,
          yearWords,
          seasonDates,
          watchedRules: watchedRules.rules,
        },
      }}
    />,
    root,
  )
}
