import { rule } from './rule.js';

export const checkRules = {
};
