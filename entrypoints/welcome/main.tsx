import '../../assets/styles/tokens.css'
import '../../assets/styles/pages.css'
import '../../assets/styles/welcome.css'
import { render } from 'preact'
import { version } from '../../package.json'
import { showBadge } from '../../src/platform/badge'
import { momentNow } from '../../src/platform/moment'
import { openExtensionPage } from '../../src/platform/page-load'
import { followDue } from '../../src/store/follow-due'
import { openStore } from '../../src/store/open-store'
import { Welcome } from '../../src/ui/welcome/welcome'

const root = document.getElementById('app')
if (root) {
  render(
    <Welcome
      doors={{
        openStore: async (onTrouble) => {
          const store = await openStore({ edition: version, onTrouble })
          followDue(store, () => momentNow().today, showBadge)
          return store
        },
        momentNow,
        browser: import.meta.env.FIREFOX ? 'firefox' : 'chrome',
        openLog: () => void openExtensionPage('dashboard', '/people'),
      }}
    />,
    root,
  )
}
