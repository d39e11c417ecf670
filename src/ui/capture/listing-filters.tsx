import { useId, useMemo } from 'preact/hooks'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { countDepartments, countRanks, type ListedPerson, type ListFilter } from './listing-state'
import { showCount } from './show-count'

const list = words.list

/** Finding one's way in a long listing. A filter by which nothing could be told apart is not shown. */
export function ListingFilters(props: {
  people: readonly ListedPerson[]
  filter: ListFilter
  onChange: (change: Partial<ListFilter>) => void
}) {
  const { people, filter, onChange } = props
  const ranks = useMemo(() => countRanks(people), [people])
  const departments = useMemo(() => countDepartments(people), [people])
  const id = useId()
  return (
    <div class="filters">
      <div class="field find">
        <span>
          <label for={`${id}-find`}>{list.find}</label> <span class="hint">({list.findHint})</span>
        </span>
        <input
          id={`${id}-find`}
          class="start"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={filter.text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      </div>
      {ranks.length > 1 && (
        <div class="field">
          <label for={`${id}-rank`}>{list.rank}</label>
          <select
            id={`${id}-rank`}
            value={filter.rank}
            onChange={(event) => onChange({ rank: event.currentTarget.value as ListFilter['rank'] })}
          >
            <option value="">{list.anyRank}</option>
            {ranks.map(({ rank, count }) => (
              <option key={rank} value={rank}>
                {say(list.option, { what: list.ranks[rank], count: showCount(count) })}
              </option>
            ))}
          </select>
        </div>
      )}
      {departments.length > 1 && (
        <div class="field">
          <label for={`${id}-department`}>{list.department}</label>
          <select
            id={`${id}-department`}
            value={filter.department}
            onChange={(event) => onChange({ department: event.currentTarget.value })}
          >
            <option value="">{list.anyDepartment}</option>
            {departments.map(({ department, count }) => (
              <option key={department} value={department}>
                {say(list.option, { what: department, count: showCount(count) })}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${id}-order`}>{list.order}</label>
        <select
          id={`${id}-order`}
          value={filter.order}
          onChange={(event) => onChange({ order: event.currentTarget.value as ListFilter['order'] })}
        >
          <option value="page">{list.orders.page}</option>
          <option value="name">{list.orders.name}</option>
        </select>
      </div>
    </div>
  )
}
