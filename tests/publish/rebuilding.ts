import { FolderOutput } from '../../src/publish/folder.js';
import { generation } from './generation.js';

/* A process to be killed: publishes one generation after another into the folder, every page changed. */

const [dir = '', start = '0', pages = '0'] = process.argv.slice(2);
for (let number = Number(start); ; number += 1) {
  const output = new FolderOutput({ dir, forbidden: [] });
  await output.open();
  for (const [path, text] of Object.entries(generation(number, Number(pages)))) {
    const phase = path.startsWith('assets/') ? 'asset' : path.endsWith('.xml') ? 'list' : 'page';
    if (!output.keep(path, `g${number}`)) output.stage(path, `g${number}`, phase, text);
  }
  await output.publish();
  process.stdout.write(`${number}\n`);
}
