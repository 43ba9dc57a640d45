import { Code } from './code.js';
import type { Program } from './main.js';
import { tuneV8 } from './tuneV8.js';

tuneV8();
const code = new Code(import.meta.dirname, require);
const { main } = code.load('./program.js') as Program;
void main(() => code.keep());
