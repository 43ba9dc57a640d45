import { type Reader, unread } from './reader.js';

export const html: Reader = { read: async () => unread() };
