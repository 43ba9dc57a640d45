import { expect, test } from 'vitest';
import { isShownNote } from '../../src/records/note.js';

test.each([
  '女',
  '回族',
  '藏族',
  '民盟',
  '中共党员',
  '无党派人士',
  '17岁',
  '德国',
  '云川县人',
  '化名',
  '原名谈笑',
  '右一',
])('%s says who the speaker is, and stands beside the name', (note) => expect(isShownNote(note)).toBe(true));

test.each(['批评何砚', '接着说', '笑', '代表民进县委会发言', '回应', '表态', '插话', '问罗青', '对网友', '指着图纸说'])(
  '%s says what the speaker does, and is left to the record',
  (note) => expect(isShownNote(note)).toBe(false),
);
