import { Code } from './code.js';
import { tuneHeap } from './heap.js';
import type { Program } from './main.js';

tuneHeap(); // before any code is loaded: V8 takes kept code only where its flags are the same
const code = new Code(import.meta.dirname, require);
const { main } = code.load('./program.js') as Program;
void main(() => code.keep());
