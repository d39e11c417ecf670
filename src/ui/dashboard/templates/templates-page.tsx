import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { applyEdits, isOwnTemplate, templateEditId } from '../../../domain/edits/apply-edits'
import type { SeedEdit, SeedEditInput } from '../../../domain/edits/seed-edit'
import { stageOn } from '../../../domain/stage/stage-on'
import type { TemplateSeed } from '../../../domain/templates/template-seed'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { templatesPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import type { DashboardSeeds, PageTools } from '../doors'
import { useLive } from '../use-live'
import { hasWords, isEmpty, readInput } from './edit-input'
import { EditedGoals } from './edited-goals'
import { EditedLine } from './edited-line'
import { TemplateForm } from './template-form'
import { useSeedEdits } from './use-seed-edits'

const words = templatesPage

/** Letters and goals in the student's own words: changed, hidden, written new, and brought back to the original. */
export function TemplatesPage(tools: PageTools & { originals: DashboardSeeds }): JSX.Element {
  const { store, doors, note, originals } = tools
  const { today } = doors.momentNow()
  const live = useLive(store, 'templates', async () => {
    const [edits, rows, profile] = await Promise.all([
      store.road.seedEdits.list(),
      store.people.rows(),
      store.profile.get(),
    ])
    return { edits, rows, profile, stage: stageOn(today, profile).id }
  })
  const [open, setOpen] = useState<string | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open !== null)
  const { put, remove } = useSeedEdits(tools)
  const loaded = live.value
  const edits = loaded?.edits ?? []
  const known = applyEdits(originals.templates, edits).known
  const editOf = (id: string) => edits.find((edit) => edit.id === templateEditId(id))
  const originalOf = (id: string) => originals.templates.find((one) => one.id === id)
  // Ids that are known are drawn as edited; own ones that cannot be read any more are listed too, to be deleted.
  const broken = edits.filter(
    (edit) => isOwnTemplate(edit) && !known.some((one) => templateEditId(one.id) === edit.id),
  )

  const save = async (template: TemplateSeed, input: SeedEditInput) => {
    const id = templateEditId(template.id)
    const title = originalOf(template.id)?.title ?? template.title
    if (!isEmpty(input)) await put(id, input, say(words.saved, { title: input.title ?? template.title }))
    else if (editOf(template.id)) await remove(id, say(words.wasReset, { title }))
    else note(words.unchanged)
    setOpen(null)
  }
  const form = (template: TemplateSeed, original: TemplateSeed | undefined) =>
    loaded && (
      <TemplateForm
        {...tools}
        template={template}
        original={original}
        isHidden={editOf(template.id)?.hidden ?? false}
        rows={loaded.rows}
        profile={loaded.profile}
        stage={loaded.stage}
        onSave={(input) => save(template, input)}
        onCancel={() => setOpen(null)}
      />
    )

  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {loaded && (
        <section class="card" aria-labelledby="letters">
          <div class="page-head">
            <h2 id="letters">{words.lettersTitle}</h2>
            {open === null && (
              <button
                ref={addButton}
                type="button"
                class="button"
                onClick={() => setOpen(`own-${doors.momentNow().newId()}`)}
              >
                <Icon name="plus" />
                {words.add}
              </button>
            )}
          </div>
          {open !== null && !known.some((one) => one.id === open) && form(makeEmpty(open), undefined)}
          <ul class="record-list">
            {known.map((template) => {
              const edit = editOf(template.id)
              const original = originalOf(template.id)
              const id = templateEditId(template.id)
              return (
                <li key={template.id}>
                  {open === template.id ? (
                    form(template, original)
                  ) : (
                    <EditedLine
                      label={original ? template.id : ''}
                      title={template.title}
                      state={stateOf(edit, original !== undefined)}
                      isHidden={edit?.hidden ?? false}
                      onEdit={() => setOpen(template.id)}
                      onHide={(isHidden) => {
                        const next = { ...readInput(edit), hidden: isHidden }
                        const text = say(isHidden ? words.hid : words.shown, { title: template.title })
                        return isEmpty(next) ? remove(id, text) : put(id, next, text)
                      }}
                      onReset={
                        edit &&
                        (() =>
                          remove(
                            id,
                            say(original ? words.wasReset : words.removed, {
                              title: original?.title ?? template.title,
                            }),
                          ))
                      }
                    />
                  )}
                </li>
              )
            })}
            {broken.map((edit) => (
              <li key={edit.id}>
                <EditedLine
                  label=""
                  title={edit.title ?? edit.id}
                  state="own"
                  isHidden={edit.hidden}
                  onReset={() => remove(edit.id, say(words.removed, { title: edit.title ?? '' }))}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {loaded && <EditedGoals {...tools} goals={originals.goals} edits={edits} />}
    </>
  )
}

function makeEmpty(id: string): TemplateSeed {
  return {
    id,
    title: '',
    stages: [],
    audience: { roles: [], positions: [], mentors: [] },
    subject: '',
    body: 'Dear {{person.greeting_name}},\n\n\n\nThank you,\n{{me.name}}',
    slots: [],
    wordLimit: 160,
    coldEmail: false,
    asksForAnswer: false,
    isNudge: false,
    sameThread: false,
    fromWeeksSinceContact: 0,
    touchKind: 'email',
  }
}

function stateOf(edit: SeedEdit | undefined, hasOriginal: boolean): 'original' | 'edited' | 'own' {
  if (!hasOriginal) return 'own'
  return hasWords(readInput(edit)) ? 'edited' : 'original'
}
