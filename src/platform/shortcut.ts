import { browser } from './browser'

/** The keys that the browser assigned to a command of the manifest; empty when it assigned none. */
export async function readShortcut(command: string): Promise<string> {
  const commands = await browser.commands.getAll()
  return commands.find((one) => one.name === command)?.shortcut ?? ''
}
