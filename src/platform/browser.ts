/** The one door to the browser API for the worker and the extension's own pages. Page scripts use `page-runtime.ts`. */
export { default as browser } from 'webextension-polyfill'
