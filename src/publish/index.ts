export { PublishError } from './failure.js';
export { FolderOutput } from './folder.js';
export { MemoryOutput } from './memory.js';
export { publishedPins } from './pins.js';
