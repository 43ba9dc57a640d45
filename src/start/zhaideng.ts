import { Code } from './code.js';
import { tuneHeap } from './heap.js';
import type { Program } from './main.js';
import { startQuickly } from './quick.js';

// Before any code is loaded: V8 takes kept code only where its flags are the same.
tuneHeap();
startQuickly();
const code = new Code(import.meta.dirname, require);
const { main } = code.load('./program.js') as Program;
void main(() => code.keep());
