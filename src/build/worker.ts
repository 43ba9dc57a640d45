import { parentPort, workerData } from 'node:worker_threads';
import { Library } from '../editions/library.js';
import { readEdition } from '../editions/readEdition.js';
import { TextStore } from '../editions/textStore.js';
import { InputChanged } from '../load/load.js';
import type { Page } from '../plan/page.js';
import type { PageList } from '../plan/pageList.js';
import { pagesOf } from '../plan/plan.js';
import { makeSite } from '../plan/site/site.js';
import { nodeFileSystem } from '../publish/fileSystem.js';
import { type StagedBytes, Stager } from '../publish/stager.js';
import type { Theme } from '../render/theme.js';
import { noState } from '../state/state.js';
import { makeDisplay } from '../typography/display.js';
import { themeOf } from './planContent.js';
import { renderPage, stageAll } from './renderPages.js';
import { flatten, type ReadSetup, type SiteSetup, type Tasks } from './tasks.js';
import type { Answer } from './threads.js';

/** The site as this worker has planned it. */
interface Planned {
  pages: PageList;
  theme: Theme;
}

const port = parentPort;
if (port === null) throw new Error('worker.js is started by the program, as a worker');
const { thread }: { thread: number } = workerData;
let reading: ReadSetup = { register: [], punctuation: { fullWidth: true } };
let planned: Planned | null = null;
let stager: Stager | null = null;

const tasks: { [T in keyof Tasks]: (of: Tasks[T]['of']) => Promise<Tasks[T]['gives']> } = {
  async setUpReading(setup) {
    reading = setup;
    return null;
  },

  async read(inputs) {
    const display = makeDisplay(reading.punctuation);
    const editions = [];
    for (const input of inputs) editions.push((await readEdition(input, { ...reading, display })).packed);
    return editions;
  },

  async setUpSite(setup) {
    planned = await plan(setup);
    return null;
  },

  async setUpStaging(place) {
    stager = new Stager(nodeFileSystem, place, thread);
    return null;
  },

  async render(due) {
    if (planned === null || stager === null) throw new Error('Nothing is planned');
    const [{ pages, theme }, to] = [planned, stager];
    const staged: StagedBytes[] = [];
    const taken = (file: StagedBytes): void => void staged.push(file);
    try {
      const asked = due.map(({ index }) => pages.at(index));
      const put = async (page: Page, which: number): Promise<void> =>
        to.put(page.path, await renderPage(page, theme), due[which]?.mayHold === true, taken);
      await stageAll(asked, { put, flush: () => to.flush() });
    } catch (error) {
      return { staged, failure: flatten(error) };
    }
    return { staged, failure: null };
  },
};

/** The same plan as the main thread's: a function of the same values. */
async function plan({
  cwd,
  templates,
  themeDigest,
  content,
  folder,
  pages,
  summaries,
  url,
  digest,
  pins,
  texts,
  register,
  punctuation,
}: SiteSetup): Promise<Planned> {
  const { theme } = await themeOf(cwd, templates);
  if (theme.digest !== themeDigest) throw new InputChanged(templates);
  const library = new Library({
    state: noState(),
    register,
    display: makeDisplay(punctuation),
    ...(texts && { texts: new TextStore(texts) }),
  });
  const read = content.inputs.flatMap((input, index) => {
    const summary = summaries[index];
    return summary ? [{ input, summary }] : [];
  });
  const site = await makeSite({ content, folder, theme, library, pages, summaries: read, url, digest, pins });
  // The main thread looks at the same plan's paths.
  return { pages: pagesOf(site), theme };
}

async function answer(task: keyof Tasks, of: never): Promise<void> {
  try {
    const value = await tasks[task](of);
    const transfer = task === 'read' ? (value as Tasks['read']['gives']).map(({ texts }) => texts.buffer) : [];
    port?.postMessage({ value } satisfies Answer, transfer as ArrayBuffer[]);
  } catch (error) {
    port?.postMessage({ failure: flatten(error) } satisfies Answer);
  }
}

let last = Promise.resolve();
port.on('message', ({ task, of }: { task: keyof Tasks; of: never }) => {
  last = last.then(() => answer(task, of));
});
