import { fails } from '../build/build.js';
import { readContent } from '../build/readContent.js';
import { addAccounting, emptyAccounting } from '../records/accounting.js';
import { editionSchema } from '../records/edition.js';
import { gatherSpeakers } from '../plan/site/speakers.js';
import { byCodeUnits, byNewest } from '../plan/site/order.js';
import type { PlannedEdition } from '../plan/site/site.js';
import { messageOf, printFindings } from './diagnostics.js';
import { noState } from './build.js';
import { printProof } from './proof.js';
import type { Terminal } from './terminal.js';

export interface CheckArguments {
  content: string;
  json?: boolean;
  strict?: boolean;
}

/** `zhaideng check [PATH…]`: reads and proofreads, writes nothing. @returns the exit status */
export async function check(paths: readonly string[], options: CheckArguments, terminal: Terminal, cwd: string): Promise<number> {
  const where = { cwd, content: options.content, ...(paths.length > 0 ? { only: [...paths] } : {}) };
  const { content, library, read, findings } = await readContent(where, noState());
  const planned = read
    .map(({ input, summary }): PlannedEdition => ({ input, summary, speakers: new Map(), newer: null, older: null }))
    .sort((a, b) => byNewest(a.summary, b.summary));
  await gatherSpeakers(planned, content.register);
  const editions = [];
  let accounting = emptyAccounting;
  for (const edition of [...planned].sort((a, b) => byCodeUnits(a.summary.file, b.summary.file))) {
    const whole = await library.whole(edition.input);
    accounting = addAccounting(accounting, edition.summary.accounting);
    if (options.json) {
      const speeches = whole.edition.speeches.map((speech) => ({ ...speech, speakerId: edition.speakers.get(speech.id)?.slug ?? speech.speakerId }));
      editions.push(whole.edition.speeches.every(({ speaker }) => speaker !== '') ? editionSchema.parse({ ...whole.edition, speeches }) : { ...whole.edition, speeches: speeches.map(({ body, pictures, ...record }) => record) });
    } else if (whole.edition.speeches.length > 0) printProof(whole, edition.summary, terminal);
  }
  if (options.json) terminal.result(JSON.stringify({ editions, messages: findings.map((finding) => messageOf(finding, terminal)), accounting }, null, 2));
  else terminal.result('');
  if (!options.json) printFindings(findings, terminal, cwd);
  return fails(findings, options.strict ?? false) ? 1 : 0;
}
