import { daysBetween, type LocalDate } from '../dates'
import type { RoadDates } from '../stage/stage-on'
import { type Growth, type GrowthLine, type Year, type YearEnd, yearEnds, years } from './network'

/**
 * The days on which the years of the road end: MS1 and MS2 in June, MS3 on 31 March, MS4 with graduation. On a short
 * road, where a June would fall behind the end of a later year, that year ends together with the later one.
 */
export function listYearEnds(road: RoadDates): Record<YearEnd, LocalDate> {
  const first = Number(road.matriculation.slice(0, 4))
  const ms4 = road.graduation
  const ms3 = earlier(`${road.graduationYear - 1}-03-31`, ms4)
  const ms2 = earlier(`${first + 2}-06-30`, ms3)
  const ms1 = earlier(`${first + 1}-06-30`, ms2)
  return {
    'ms1-start': earlier(road.matriculation, ms1),
    'ms1-end': ms1,
    'ms2-end': ms2,
    'ms3-end': ms3,
    'ms4-end': ms4,
  }
}

/** The year that holds the date; null before the road begins and after it ends. */
export function yearOn(date: LocalDate, ends: Record<YearEnd, LocalDate>): Year | null {
  if (date < ends['ms1-start']) return null
  return years.find((year) => date <= ends[`${year}-end`]) ?? null
}

/**
 * Where the benchmark lines stand on a date: a straight line from one year's end to the next, not rounded. Before the
 * road it is the start's value, after it the last one.
 */
export function benchmarkOn(
  date: LocalDate,
  growth: Growth,
  ends: Record<YearEnd, LocalDate>,
): Record<GrowthLine, number> {
  const index = yearEnds.findIndex((at) => date <= ends[at])
  const next = pointAt(growth, yearEnds[index < 0 ? yearEnds.length - 1 : index])
  const before = pointAt(growth, yearEnds[index - 1])
  if (!next || !before) return valuesOf(next)
  const length = daysBetween(ends[before.at], ends[next.at])
  const share = length === 0 ? 1 : daysBetween(ends[before.at], date) / length
  const between = (line: GrowthLine) => before[line] + (next[line] - before[line]) * share
  return { mentors: between('mentors'), residents: between('residents'), outside: between('outside') }
}

type Point = Growth['points'][number]

function pointAt(growth: Growth, at: YearEnd | undefined): Point | undefined {
  return growth.points.find((point) => point.at === at)
}

function valuesOf(point: Point | undefined): Record<GrowthLine, number> {
  return {
    mentors: point?.mentors ?? 0,
    residents: point?.residents ?? 0,
    outside: point?.outside ?? 0,
  }
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}
