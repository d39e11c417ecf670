/**
 * The browser API of page scripts: messaging and nothing else, so the polyfill (3 kB gzip) stays out of them. Both
 * browsers answer `chrome.*` with promises under Manifest V3.
 */

/** False once the extension was updated or removed under this script. */
export function isConnected(): boolean {
  try {
    return Boolean(chrome.runtime?.id)
  } catch {
    return false
  }
}

/** Sends one message to the worker. Rejects when the connection is gone. */
export async function sendToWorker(body: unknown): Promise<unknown> {
  return await chrome.runtime.sendMessage(body)
}

/**
 * Hears messages of the worker, and of the popup, to this tab until `signal` aborts. A listener that took a message
 * returns true, and the sender is told so.
 */
export function onWorkerMessage(listener: (body: unknown) => unknown, signal: AbortSignal): void {
  const heard = (
    body: unknown,
    sender: chrome.runtime.MessageSender,
    answer: (taken: true) => void,
  ): undefined => {
    if (sender.id === chrome.runtime.id && !sender.tab && listener(body) === true) answer(true)
    return undefined
  }
  chrome.runtime.onMessage.addListener(heard)
  signal.addEventListener('abort', () => {
    try {
      chrome.runtime.onMessage.removeListener(heard)
    } catch {
      // The extension is gone, and its listeners with it.
    }
  })
}

/**
 * One request in the smallest form, for scripts that count every byte: what the worker answers, or nothing when it
 * refuses or cannot be reached.
 */
export async function askWorker(type: string, body: unknown): Promise<unknown> {
  try {
    return ((await chrome.runtime.sendMessage({ v: 1, type, body })) as { body?: unknown }).body
  } catch {}
}
