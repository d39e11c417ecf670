/** Fills `{name}` and plural forms `{count|one person|{count} people}` of a catalogue text. Values are plain text. */
export function say(text: string, params: Record<string, string | number> = {}): string {
  return text
    .replace(/\{(\w+)\|([^|]*)\|((?:[^{}]|\{\w+\})*)\}/g, (_, key: string, one: string, many: string) =>
      Number(params[key]) === 1 ? one : many,
    )
    .replace(/\{(\w+)\}/g, (whole, key: string) => (key in params ? String(params[key]) : whole))
}
