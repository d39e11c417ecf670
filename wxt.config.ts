import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'

/**
 * Preact assigns `innerHTML` in one place, for `dangerouslySetInnerHTML`, which this product never uses. Add-on
 * reviewers flag the assignment, so it is taken out of the build. The build fails when Preact's text changes.
 */
function withoutInnerHtml(): Plugin {
  const assignment = /\(?(\w+)\.innerHTML=(\w+)\.__html\)?/
  return {
    name: 'preround:without-inner-html',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.m?js/.test(id)) return null
      const kept = code.replace(assignment, '($1.textContent=$2.__html)')
      if (kept === code || /\.innerHTML\s*=[^=]/.test(kept)) {
        throw new Error('preact: the innerHTML assignment was not found as expected; look at wxt.config.ts')
      }
      return { code: kept, map: null }
    },
  }
}

/**
 * The framework wraps every unlisted script in a logger and plug-in start-up that this product does not use: 0.2 kB gzip
 * on each page (WXT 0.20.27). The bare call is enough; an error is reported by the browser as it is.
 */
function withoutScriptWrapper(): Plugin {
  return {
    name: 'preround:without-script-wrapper',
    transform(code, id) {
      if (/[\\/]define-unlisted-script\.mjs$/.test(id))
        return { code: 'export const defineUnlistedScript = (main) => ({ main })', map: null }
      const definition = /^import definition from ("[^"]+")/m.exec(code)?.[1]
      if (!definition || !code.includes('The unlisted script')) return null
      return { code: `import definition from ${definition}\nexport default definition.main()`, map: null }
    },
  }
}

/**
 * All of the PubMed page script runs when a page loads. Told so, the browser compiles it in one go, which costs a fifth
 * less than to compile each function when it is called (Chromium 136 and later; elsewhere it is a comment).
 */
function withCompileHint(): Plugin {
  return {
    name: 'preround:with-compile-hint',
    generateBundle(_, bundle) {
      const script = bundle['pubmed.js']
      if (script?.type === 'chunk') script.code = `//# allFunctionsCalledOnLoad\n${script.code}`
    },
  }
}

/**
 * The parts of the page reader (`site-….js`) come into a page after `reader.js`, each a script of its own. What both need
 * they take from the reader (`src/extractors/sites/shared-code.ts`): without this each would carry it again.
 */
function withSharedCode(): Plugin {
  const list = resolve('src/extractors/sites/shared-code.ts')
  const own = '?own'
  /** Places in the list, by file and by the name of what is lent. */
  const places = new Map<string, Map<string, number>>()
  let isPart = false
  return {
    name: 'preround:with-shared-code',
    enforce: 'pre',
    buildStart({ input }) {
      const entries = Object.values(input ?? {})
      isPart = entries.length === 1 && /[\\/]site-[\w-]+\.ts$/.test(entries[0] ?? '')
      let at = 0
      for (const [, names = '', from = ''] of readFileSync(list, 'utf8').matchAll(
        /^import \{([^}]+)\} from '([^']+)'/gm,
      )) {
        const lent = names.split(',').flatMap((name) => name.trim() || [])
        places.set(`${resolve(list, '..', from)}.ts`, new Map(lent.map((name) => [name, at++])))
      }
    },
    load(id) {
      if (id.endsWith(own)) return { code: readFileSync(id.slice(0, -own.length), 'utf8'), moduleType: 'ts' }
      const lent = isPart ? places.get(id) : undefined
      if (!lent) return null
      const lines = [...lent].map(([name, at]) => `export const ${name} = code[${at}]`)
      return {
        // What a module names itself goes before what it passes on.
        code: `export * from ${JSON.stringify(id + own)}
const { code } = globalThis[Symbol.for('preround.reader-parts')]
${lines.join('\n')}`,
        moduleType: 'js',
      }
    },
    /** Rules and readers do nothing by being there: what nobody uses of them is left out whole. */
    transform(code, id) {
      return /[\\/]src[\\/](domain|extractors)[\\/]/.test(id) ? { code, moduleSideEffects: false } : null
    },
  }
}

const pubmedHost = 'https://pubmed.ncbi.nlm.nih.gov/*'
const gmailHost = 'https://mail.google.com/*'
const outlookHosts = [
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.live.com/*',
  'https://outlook.cloud.microsoft/*',
]

/** Public half of a throw-away key: it gives the development build one id, so a moved folder keeps its log. */
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0hZ1nVVKEgoGaagV+gJxHOcrcf4PAg8xG0d5pMl2JCFng+uG1QJZlloP2xSdYDFxb4LNYYWTUExvm5E4VPr1BJqYi1GXz3anfAOUwZp4oTEJ4yBONBFwGkVt/TWaH4JYBuMPDQtelApQpLG/SE7W4D3/OFGajSxLsPDL8AykrtFOzr6lgiYvsj4sEEx58tn2REC/Haz4PQmhPclPdqL3Ydc/Y6U2IdcONgpmX3guUaQ7jCFXzpWjBPuhqQLxRdu9u0NtPK1TTyxAFxbPlYrQhurLs2/3CFmwNdBxUFL7frGaC0bAyHGSueUaQbpakcpBPOtaCv39ESWQ+XwusyrNYwIDAQAB'

export default defineConfig({
  srcDir: '.',
  entrypointsDir: 'entrypoints',
  publicDir: 'assets/public',
  outDir: process.env.PREROUND_OUT ?? 'dist',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: 'Preround',
    description:
      'A networking roadmap for medical students, and the tools to act on it where you already work.',
    minimum_chrome_version: browser === 'firefox' ? undefined : '120',
    incognito: 'not_allowed',
    key: browser !== 'firefox' && mode === 'development' ? developmentKey : undefined,
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'contextMenus'],
    host_permissions: [pubmedHost, gmailHost, ...outlookHosts],
    optional_permissions: ['notifications', 'downloads'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Preround' },
    // Unlisted scripts, not the framework's content-script wrapper: that wrapper posts the extension's id to the page
    // and lets any page invalidate the script (seen with WXT 0.20.27, November 2026).
    content_scripts: [
      { matches: [pubmedHost], js: ['pubmed.js'], run_at: 'document_idle' },
      // At document_start so that its key guard on `window` stands before the page's own first listener.
      { matches: [gmailHost], js: ['webmail.js'], run_at: 'document_start' },
    ],
    commands: {
      'insert-template': {
        description: 'Insert a template in the open e-mail',
        suggested_key: { default: 'Alt+Shift+Y', mac: 'MacCtrl+Shift+Y' },
      },
      'save-from-page': {
        description: 'Save people from the open page',
        suggested_key: { default: 'Alt+Shift+S', mac: 'MacCtrl+Shift+S' },
      },
    },
    browser_specific_settings:
      browser === 'firefox'
        ? {
            gecko: {
              id: 'preround@preround.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          }
        : undefined,
  }),
  vite: () => ({
    plugins: [withSharedCode(), withoutInnerHtml(), withoutScriptWrapper(), withCompileHint()],
    build: { target: 'es2022', cssTarget: 'chrome120' },
  }),
})
