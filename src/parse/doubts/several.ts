import { type Finding, find } from '../../diagnostics/finding.js';
import type { Segment } from '../layouts/layout.js';
import { textOf } from '../text/span.js';

/** 何砚、罗青：…: whose words these are only the editor can say. They are nobody's until he does. */
export function doubtSeveral(shared: readonly Segment[], file: string): Finding[] {
  return shared.map(({ head: { line, label } }) =>
    find('several-speakers', file, line.placeOf(label.start), { words: textOf(line.text, label) }),
  );
}
