import { defineBackground } from 'wxt/utils/define-background'
import { version } from '../package.json'
import { templates, yearWords } from '../seeds/templates'
import { listQueriedAuthors } from '../src/extractors/sites/pubmed/author-query'
import { createArticleQueue } from '../src/messaging/handlers/article-queue'
import {
  answerCheck,
  answerKnown,
  answerMarks,
  answerSave,
  answerSaveMany,
} from '../src/messaging/handlers/capture'
import { dispatch, type Handlers } from '../src/messaging/handlers/dispatch'
import { addFunnel } from '../src/messaging/handlers/funnel'
import { answerAnswered, answerAwaited, answerContext, answerSent } from '../src/messaging/handlers/mail'
import { openCapture, readMenuOrder } from '../src/messaging/handlers/open-capture'
import { createSaveJobs, thinProgress } from '../src/messaging/handlers/save-jobs'
import type { CaptureOrder, PageOrder } from '../src/messaging/protocol'
import { showBadge } from '../src/platform/badge'
import { browser } from '../src/platform/browser'
import { keepDailyAlarm } from '../src/platform/daily-alarm'
import { installMenus, onMenuClick } from '../src/platform/menus'
import { deviceZone, momentNow } from '../src/platform/moment'
import { injectIntoOpenTabs } from '../src/platform/open-tabs'
import { loadScript, openExtensionPage } from '../src/platform/page-load'
import { endOffers, offerInOpenTabs, reconcileSites } from '../src/platform/site-access'
import { readTab, showRefusal, type TabPage, tellPage } from '../src/platform/tab-page'
import type { Store } from '../src/store/api'
import { openStore } from '../src/store/open-store'
import { describeKnown } from '../src/ui/capture/describe-known'
import { anyPage } from '../src/ui/shared/words/en'

export default defineBackground(() => {
  // The worker sleeps after 30 s: nothing here is state, the store is opened again when it is needed.
  let opening: Promise<Store> | null = null
  const openLog = (): Promise<Store> => {
    const log = opening ?? openStore({ edition: version })
    if (!opening) {
      opening = log
      log.then(
        (store) => store.subscribe(() => void refreshBadge()),
        // The next message tries again.
        () => {
          opening = null
        },
      )
    }
    return log
  }

  const refreshBadge = async () => {
    const store = await openLog()
    const view = await store.month.refresh(momentNow().today)
    await showBadge(view.due)
  }

  const saves = createSaveJobs()
  const articles = createArticleQueue((...request) => fetch(...request))

  const handlers: Handlers = {
    'page.load': async ({ script }, { tabId, frameId }) => {
      await loadScript(script, tabId, frameId)
      return {}
    },
    'app.open': async ({ page, hash }) => {
      await openExtensionPage(page, hash)
      return {}
    },
    'capture.query': async ({ term, isAuthorLink }) => ({ names: listQueriedAuthors(term, isAuthorLink) }),
    'capture.marks': async (body) => answerMarks(await openLog(), body, describeKnown),
    'capture.check': async (body) => {
      const store = await openLog()
      return addFunnel(store, await answerCheck(store, body), momentNow().today)
    },
    'capture.save': async (body) => answerSave(await openLog(), body, momentNow()),
    'capture.known': async (body) => answerKnown(await openLog(), body),
    'capture.save-many': (body, { tabId }) =>
      saves.run(body.job, async (signal) => {
        const onProgress = thinProgress((done, of) => {
          const order: PageOrder = { type: 'capture.progress', body: { job: body.job, done, of } }
          void tellPage(tabId, order)
        })
        return await answerSaveMany(await openLog(), body, momentNow(), { signal, onProgress })
      }),
    'capture.cancel': async ({ job }) => {
      saves.cancel(job)
      return {}
    },
    'changes.undo': async ({ changeId }) => {
      await (await openLog()).changes.undo(changeId, momentNow())
      return {}
    },
    'pubmed.article': ({ pmid, job }) => articles.read(pmid, job),
    'pubmed.cancel': async ({ job }) => {
      articles.cancel(job)
      return {}
    },
    'mail.context': async (body) =>
      answerContext(await openLog(), body, momentNow(), { templates, years: yearWords }),
    'mail.sent': async (body) =>
      answerSent(await openLog(), body, momentNow(), { templates, zone: deviceZone() }),
    'mail.awaited': async (body) => answerAwaited(await openLog(), body),
    'mail.answered': async (body) => answerAnswered(await openLog(), body, momentNow()),
  }

  browser.runtime.onMessage.addListener((raw, sender, sendResponse) => {
    const from = { id: sender.id, url: sender.url, tabId: sender.tab?.id, frameId: sender.frameId }
    void dispatch(raw, from, browser.runtime.id, handlers, (type, error) => console.error(type, error)).then(
      sendResponse,
    )
    return true
  })

  /** After a gesture in a tab: the panel opens there, or the toolbar icon says why not. */
  const saveFromPage = async (tab: TabPage, readOrder: () => Promise<CaptureOrder>) => {
    const refusal = await openCapture(tab, await readOrder())
    if (refusal) await showRefusal(tab, refusal, anyPage.refusals[refusal])
  }

  browser.commands.onCommand.addListener((command, inTab) => {
    const tab = inTab && readTab(inTab)
    if (!tab) return
    if (command === 'save-from-page') void saveFromPage(tab, async () => ({ what: 'page' }))
    // A tab without the page script has nobody to hear this, and nothing to insert into.
    if (command === 'insert-template')
      browser.tabs.sendMessage(tab.tabId, { type: 'picker.toggle' }).catch(() => undefined)
  })

  onMenuClick((click) => void saveFromPage(click.tab, () => readMenuOrder(click)))

  browser.runtime.onInstalled.addListener((details) => {
    void installMenus(anyPage.menus)
    void injectIntoOpenTabs()
    void offerInOpenTabs()
    if (details.reason === 'install') void openExtensionPage('welcome')
  })
  browser.runtime.onStartup.addListener(() => void installMenus(anyPage.menus))

  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void reconcileSites().then(() => offerInOpenTabs(origins))
  })
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void reconcileSites().then(() => endOffers(origins))
  })
  browser.alarms.onAlarm.addListener(() => void runDaily())

  const runDaily = async () => {
    await keepDailyAlarm()
    await (await openLog()).changes.prune(momentNow())
    await refreshBadge()
  }

  void reconcileSites()
  void keepDailyAlarm()
  void refreshBadge()
})
