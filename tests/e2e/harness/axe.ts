import axe from 'axe-core'

/** The one thing needed of a page: Playwright's and Puppeteer's both have it. */
interface Evaluating {
  evaluate(expression: string): Promise<unknown>
}

interface AxeReport {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
  passes: number
  /** How many of the passes stand inside shadow roots. */
  passesInShadow: number
  hostsWithOpenRoot: number
}

/**
 * Fails on any accessibility violation that axe sees, and when axe saw nothing: a closed shadow root, or a root that is
 * not there, would pass in silence otherwise. With `root` (a selector in the page, e.g. `[data-preround="panel"]`) only
 * that part is checked, and it has to be inside an open shadow root when the element has one. Use the e2e build.
 */
export async function checkAxe(page: Evaluating, root?: string): Promise<AxeReport> {
  await page.evaluate(`window.axe === undefined && (() => { ${axe.source} })()`)
  const report = (await page.evaluate(`(async () => {
    const root = ${JSON.stringify(root ?? null)}
    const hosts = root === null ? [] : [...document.querySelectorAll(root)]
    if (root !== null && hosts.length === 0) throw new Error('nothing on the page matches ' + root)
    // Half faded in, text has too little contrast.
    const roots = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])
    const moving = [document, ...roots]
      .flatMap((root) => root.getAnimations())
      .map((animation) => animation.finished.catch(() => undefined))
    await Promise.race([Promise.all(moving), new Promise((done) => setTimeout(done, 2000))])
    const result = await window.axe.run(root === null ? document : root, { resultTypes: ['violations', 'passes'] })
    const nodes = result.passes.flatMap((pass) => pass.nodes)
    return {
      violations: result.violations.map(({ id, help, nodes }) => ({
        id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
      })),
      passes: nodes.length,
      passesInShadow: nodes.filter((node) => Array.isArray(node.target[0])).length,
      hostsWithOpenRoot: hosts.filter((host) => host.shadowRoot !== null).length,
    }
  })()`)) as AxeReport

  const lines = report.violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map((node) => `    ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  ])
  if (lines.length > 0)
    throw new Error(`axe found ${report.violations.length} violation(s)\n${lines.join('\n')}`)
  if (report.passes === 0) throw new Error('axe looked at nothing: is the shadow root closed?')
  if (root?.includes('data-preround') && report.passesInShadow === 0) {
    throw new Error(`axe saw nothing inside the shadow root of ${root}: is this the e2e build?`)
  }
  return report
}
