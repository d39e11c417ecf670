import type { JSX } from 'preact'
import { welcome } from '../shared/words/en'

/** A toolbar with the puzzle piece, and its menu with the pin (or, in Firefox, the gear) beside Preround. */
export function PinPicture(props: { browser: 'chrome' | 'firefox' }): JSX.Element {
  return (
    <svg class="pin-picture" viewBox="0 0 260 104" role="img" aria-label={welcome.pinPicture}>
      <rect class="pin-bar" x="1" y="1" width="258" height="30" rx="6" />
      <rect class="pin-field" x="12" y="8" width="150" height="16" rx="8" />
      <path
        class="pin-piece"
        d="M206 11h4a2.6 2.6 0 1 1 5 0h4v4.4a2.6 2.6 0 1 0 0 5V24h-13v-4a2.4 2.4 0 1 0 0-4.6z"
      />
      <circle class="pin-ring" cx="212" cy="17" r="13" />
      <rect class="pin-menu" x="112" y="38" width="140" height="60" rx="6" />
      <rect class="pin-line" x="124" y="50" width="60" height="6" rx="3" />
      <rect class="pin-logo" x="124" y="68" width="16" height="16" rx="4" />
      <rect class="pin-line strong" x="146" y="73" width="52" height="6" rx="3" />
      {props.browser === 'chrome' ? (
        <path class="pin-mark" d="M226 68l8 8-3 1-4 5-6-6 5-4zM222 81l-4 4" />
      ) : (
        <g class="pin-mark">
          <circle cx="226" cy="76" r="4" />
          <path d="M226 68v3M226 81v3M218 76h3M231 76h3M220.500 70.5l2 2M229.5 79.5l2 2M231.5 70.5l-2 2M222.5 79.5l-2 2" />
        </g>
      )}
      <circle class="pin-ring" cx="226" cy="76" r="13" />
    </svg>
  )
}
