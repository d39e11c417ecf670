import type { JSX } from 'preact'

/** Outlines drawn for a 20 × 20 box. */
const paths = {
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  touch: 'M3 5h14v9H9l-4 3v-3H3z',
  clock: 'M10 5.5V10l3 2M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  back: 'M12 4l-6 6 6 6',
  gear: 'M15.7 8.4L17.5 8.8L17.5 11.2L15.7 11.6L15.1 12.9L16.2 14.4L14.4 16.2L12.9 15.1L11.6 15.7L11.2 17.5L8.8 17.5L8.4 15.7L7.1 15.1L5.6 16.2L3.8 14.4L4.9 12.9L4.3 11.6L2.5 11.2L2.5 8.8L4.3 8.4L4.9 7.1L3.8 5.6L5.6 3.8L7.1 4.9L8.4 4.3L8.8 2.5L11.2 2.5L11.6 4.3L12.9 4.9L14.4 3.8L16.2 5.6L15.1 7.1zM10 7.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z',
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
