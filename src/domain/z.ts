import * as z from 'zod/mini'

// Without this, zod probes `Function('')` once a page, which the extension's CSP reports as a violation. It has to run
// before the first schema is used, so every schema of the project takes `z` from this file.
z.config({ jitless: true })

export { z }
