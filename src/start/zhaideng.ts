import { Code } from './code.js';
import type { Program } from './main.js';
import { tuneV8 } from './tuneV8.js';

tuneV8(); // before any code is loaded: V8 takes kept code only where its flags are the same
const code = new Code(import.meta.dirname, require);
const { main } = code.load('./program.js') as Program;
void main(() => code.keep());
