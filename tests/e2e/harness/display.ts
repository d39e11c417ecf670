import { spawn, spawnSync } from 'node:child_process'
import { findOnPath } from '../../../scripts/find-browser.mjs'

/**
 * A screen of its own (Xvfb) with a hand on keyboard and mouse (xdotool), for what a browser shows outside its pages:
 * context menus, its questions for permissions, the extension's shortcuts.
 */
export interface Display {
  /** Such as `:99`. */
  name: string
  /** Keys as xdotool writes them: `Return`, `alt+shift+s`. */
  press(...keys: string[]): Promise<void>
  click(x: number, y: number, button?: 'left' | 'right'): Promise<void>
  stop(): void
}

/** Whether this machine has what a display needs. */
export function hasDisplayTools(): boolean {
  return ['Xvfb', 'xdotool'].every((tool) => findOnPath(tool) !== null)
}

/** Starts a display that nobody sees. */
export async function startDisplay(): Promise<Display> {
  // The server chooses a free number, and says it on the descriptor it is given.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const name = await new Promise<string>((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]?.on('data', (number: Buffer) => resolve(`:${number.toString().trim()}`))
  })
  const env = { ...process.env, DISPLAY: name }
  const hand = async (...args: string[]) => {
    const { status, stderr } = spawnSync('xdotool', args, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${stderr}`)
    // Menus and questions fade in.
    await new Promise((done) => setTimeout(done, 250))
  }
  return {
    name,
    async press(...keys) {
      for (const key of keys) await hand('key', key)
    },
    async click(x, y, button = 'left') {
      await hand('mousemove', String(Math.round(x)), String(Math.round(y)))
      await hand('click', button === 'left' ? '1' : '3')
    },
    stop: () => void server.kill(),
  }
}
