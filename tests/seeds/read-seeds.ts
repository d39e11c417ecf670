import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Every file of one folder of seeds, with its name. */
export function readSeedFolder(folder: string): { file: string; name: string; content: unknown }[] {
  const path = join(root, 'seeds', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      file: `seeds/${folder}/${name}`,
      name: basename(name, '.json'),
      content: JSON.parse(readFileSync(join(path, name), 'utf8')) as unknown,
    }))
}

/** What a schema finds wrong, one line each. */
export function listIssues(result: {
  error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined
}): string[] {
  return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

/** Every string in a seed, with where it stands. */
export function listTexts(content: unknown, where: string): { where: string; text: string }[] {
  if (typeof content === 'string') return [{ where, text: content }]
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([key, value]) => listTexts(value, `${where} ${key}`))
}

/** The rules of wording that hold for everything a student reads; empty when nothing is wrong. */
export function listWordingProblems({ where, text }: { where: string; text: string }): string[] {
  const problems: [RegExp, string][] = [
    [/!/, 'no exclamation marks'],
    [/'/, 'use ’ for the apostrophe'],
    [/^\s|\s$|\s\s/, 'blanks at an end or doubled'],
    [/\b[TRQS]\d/, 'no numbers of the roadmap on screen'],
    [/\b(fail(ed|ure)?|should have|behind schedule|passionate)\b/i, 'nobody is told they failed'],
  ]
  return problems.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${where}: ${what} (“${text}”)`)
}

/** The roadmap this content was made from, where it is at hand. */
const brief = join(root, '../shared/roadmap-brief.md')
export const roadmap: string | null = existsSync(brief) ? readFileSync(brief, 'utf8') : null
