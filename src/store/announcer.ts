import { databaseName } from './schema'

/** Tells this page and every other page of the extension that the log changed. */
export interface Announcer {
  announce(): void
  subscribe(listener: () => void): () => void
  close(): void
}

/** Channel that other pages hear; a database of another name (tests) has a channel of its own. */
export function channelName(name: string): string {
  return name === databaseName ? 'preround-changes' : `preround-changes:${name}`
}

/** Makes the announcer of one store. The channel is opened on first use: importing a module opens nothing. */
export function makeAnnouncer(name: string): Announcer {
  const listeners = new Set<() => void>()
  let channel: BroadcastChannel | null = null
  let isClosed = false

  const notify = () => {
    for (const listener of [...listeners]) {
      try {
        listener()
      } catch (cause) {
        // A screen that fails to redraw must not make a finished write look like a failed one.
        console.error(cause)
      }
    }
  }
  const open = (): BroadcastChannel | null => {
    if (!channel && !isClosed && typeof BroadcastChannel !== 'undefined') {
      channel = new BroadcastChannel(channelName(name))
      channel.onmessage = notify
      // In Node an open channel would keep the process alive.
      ;(channel as unknown as { unref?: () => void }).unref?.()
    }
    return channel
  }

  return {
    announce() {
      if (isClosed) return
      open()?.postMessage('changed')
      notify()
    },
    subscribe(listener) {
      open()
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const own = () => listener()
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    close() {
      isClosed = true
      listeners.clear()
      channel?.close()
      channel = null
    },
  }
}
