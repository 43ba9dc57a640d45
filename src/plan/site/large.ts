/*
 * From which size on a site is too large for what a smaller one does for the sake of time.
 */

/** Up to so many editions what pages show of each speech is remembered: 100 bytes for each, to save a tenth of the time. */
export const REMEMBERING = 20_000;

/** Up to so many editions workers render: each holds a copy of what is known of all of them, a kilobyte a speech. */
export const SHARED = 40_000;

/** Up to so many pages are kept, some 20 MB; more are made again when they are asked for. */
export const KEPT_PAGES = 50_000;
