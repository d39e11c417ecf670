import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Program, Shortlist } from '../../../domain/programs/program'
import { type ProgramImport, readProgramsCsv } from '../../../exchange/program-csv'
import { Field } from '../../shared/field'
import { common, programsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError, sayMessage } from '../../shared/words/say-message'
import type { PageTools } from '../doors'

const words = programsPage
const mostProblems = 20
const mostPrograms = 200

/** Reads programs out of a CSV file, shows what would be saved, and saves it only then, with one way back. */
export function ImportPrograms(
  props: PageTools & {
    known: readonly Program[]
    criteria: Shortlist['criteria']
    onClose: () => void
  },
): JSX.Element {
  const { store, doors, note, known, criteria, onClose } = props
  const whole = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [read, setRead] = useState<ProgramImport | null>(null)
  const [state, setState] = useState('')
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => whole.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    if (read) heading.current?.focus()
  }, [read])

  const open = async (file: File) => {
    setRead(null)
    setFault('')
    setState(say(words.importReading, { file: file.name }))
    try {
      const found = readProgramsCsv(await file.text(), known, criteria, doors.momentNow().newId)
      if (found.ok) setRead(found.read)
      else setFault(sayMessage(found.why))
    } catch (error) {
      setFault(sayError(error))
    }
    setState('')
  }
  const apply = async () => {
    if (!read || isBusy) return
    setBusy(true)
    try {
      const programs = read.programs.map((one) => one.program)
      const { changeId } = await store.road.programs.putMany(programs, doors.momentNow())
      note(say(words.imported, { count: programs.length }), changeId)
      onClose()
    } catch (error) {
      setFault(sayError(error))
      setBusy(false)
    }
  }
  const changed = read?.programs.filter((one) => one.isKnown).length ?? 0

  return (
    <section ref={whole} class="card" aria-labelledby="import">
      <h2 id="import">{words.importFile}</h2>
      <Field label={words.importChoose} hint={words.importHint} error={fault}>
        {(links) => (
          <input
            {...links}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              if (file) void open(file)
            }}
          />
        )}
      </Field>
      <p role="status" class="soft live">
        {state}
      </p>
      {read && (
        <div class="inset form">
          <h3 ref={heading} tabIndex={-1}>
            {words.importTitle}
          </h3>
          <p>
            {read.programs.length === 0
              ? words.importNothing
              : say(words.importSum, { added: read.programs.length - changed, changed })}
          </p>
          {read.ignored.length > 0 && (
            <p class="soft">{say(words.importIgnored, { names: read.ignored.join(', ') })}</p>
          )}
          {read.problems.length > 0 && (
            <div class="notice">
              <p>{say(words.importProblems, { count: read.problems.length })}</p>
              <ul class="facts-list">
                {read.problems.slice(0, mostProblems).map(({ line, why }, at) => (
                  <li key={at}>{say(words.importProblem, { line, why: sayMessage(why) })}</li>
                ))}
              </ul>
              {read.problems.length > mostProblems && (
                <p>{say(words.importMore, { count: read.problems.length - mostProblems })}</p>
              )}
            </div>
          )}
          <ul class="import-list">
            {read.programs.slice(0, mostPrograms).map(({ line, program, isKnown }) => (
              <li key={line}>
                <strong>{program.name}</strong>{' '}
                <span class="soft">
                  {[program.institution, program.specialty, program.city].filter(Boolean).join(' · ')}
                </span>{' '}
                <span class="outcome">{isKnown ? words.importKnown : words.importNew}</span>
              </li>
            ))}
          </ul>
          {read.programs.length > mostPrograms && (
            <p class="soft">{say(words.importMore, { count: read.programs.length - mostPrograms })}</p>
          )}
        </div>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={onClose}>
          {common.cancel}
        </button>
        {read && read.programs.length > 0 && (
          <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void apply()}>
            {say(words.importApply, { count: read.programs.length })}
          </button>
        )}
      </div>
    </section>
  )
}
