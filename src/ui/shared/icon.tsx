import type { JSX } from 'preact'

/** Outlines drawn for a 20 × 20 box. */
const paths = {
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  touch: 'M3 5h14v9H9l-4 3v-3H3z',
  clock: 'M10 5.5V10l3 2M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  back: 'M12 4l-6 6 6 6',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16c.4-3 2.4-4.5 5-4.5s4.6 1.5 5 4.5M13 9.3a2.3 2.3 0 0 0 0-4.6M14.6 11.8c1.6.6 2.6 2 2.9 4.2',
  close: 'M5 5l10 10M15 5L5 15',
  chevron: 'M7 5l5 5-5 5',
  later: 'M4 10h11M11 6l4 4-4 4',
} as const

export type IconName = keyof typeof paths

/** A small drawing beside words: hidden from screen readers, which have the words. */
export function Icon(props: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={paths[props.name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
