import { checkRules } from './check.js';
import { doubtRules } from './doubts.js';
import { loadRules } from './load.js';
import { parseRules } from './parse.js';
import { planRules } from './plan.js';
import { publishRules } from './publish.js';
import { renderRules } from './render.js';
import type { Rule } from './rule.js';
import { serveRules } from './serve.js';

const all = {
  ...loadRules,
  ...parseRules,
  ...doubtRules,
  ...checkRules,
  ...planRules,
  ...renderRules,
  ...publishRules,
  ...serveRules,
};

export type RuleId = keyof typeof all;
/** Every rule by its stable id; a stage's rules stand in the file of its name. */
export const rules: Record<RuleId, Rule> = all;
