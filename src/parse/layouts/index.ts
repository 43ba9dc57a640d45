import { attributionAfter } from './attributionAfter.js';
import { bracketed } from './bracketed.js';
import { colonThenHeadline } from './colonThenHeadline.js';
import { explicit } from './explicit.js';
import { gluedColon } from './gluedColon.js';
import { headlineFirst } from './headlineFirst.js';
import type { Layout } from './layout.js';
import { nameTitles } from './nameTitles.js';
import { organisations } from './organisations.js';
import { quoted } from './quoted.js';
import { singleSpeech } from './singleSpeech.js';
import { titlesNameColon } from './titlesNameColon.js';
import { transcript } from './transcript.js';

/** Every layout, the more particular before the more general: of equal scores the first is taken. */
export const layouts: readonly Layout[] = [
  explicit,
  colonThenHeadline,
  quoted,
  bracketed,
  nameTitles,
  titlesNameColon,
  gluedColon,
  organisations,
  transcript,
  attributionAfter,
  singleSpeech,
  headlineFirst,
];

/** @returns the layout of this id, or undefined */
export function layoutOfId(id: string | undefined): Layout | undefined {
  return layouts.find((layout) => layout.id === id);
}

/** @returns the ids that `layout:` in a front matter may name */
export function layoutIds(): string[] {
  return layouts.map(({ id }) => id);
}
