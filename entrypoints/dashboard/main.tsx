import '../../assets/styles/tokens.css'
import '../../assets/styles/pages.css'
import '../../assets/styles/dashboard.css'
import { render } from 'preact'
import { version } from '../../package.json'
import { showBadge } from '../../src/platform/badge'
import { deviceZone, momentNow } from '../../src/platform/moment'
import { openExtensionPage } from '../../src/platform/page-load'
import { saveTextFile } from '../../src/platform/save-file'
import { readShortcut } from '../../src/platform/shortcut'
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
        pickerShortcut: () => readShortcut('insert-template'),
        saveFile: saveTextFile,
      }}
    />,
    root,
  )
}
