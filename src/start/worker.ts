import { Code } from './code.js';
import type { Program } from './main.js';

const { work } = new Code(import.meta.dirname, require).load('./program.js') as Program;
void work();
