type Formatter = (number: number) => string;

const digits = '〇一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** How Word writes the numbers of lists (ECMA-376 Part 1, 17.18.59 ST_NumberFormat), as far as texts use them. */
const formatters: Record<string, Formatter> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: (number) => String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 20),
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  upperLetter: letters(0x41),
  lowerLetter: letters(0x61),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  chineseCounting: (number) => counting(number, digits, '十百千'),
  chineseCountingThousand: (number) => counting(number, digits, '十百千'),
  japaneseCounting: (number) => counting(number, digits, '十百千'),
  taiwaneseCounting: (number) => counting(number, digits, '十百千'),
  taiwaneseCountingThousand: (number) => counting(number, digits, '十百千'),
  ideographDigital: (number) => String(number).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit),
  chineseLegalSimplified: (number) => counting(number, legal, '拾佰仟'),
  ideographLegalTraditional: (number) => counting(number, '零壹貳參肆伍陸柒捌玖', '拾佰仟'),
  ideographTraditional: (number) => stems[number - 1] ?? String(number),
  ideographZodiac: (number) => branches[number - 1] ?? String(number),
  none: () => '',
};

/** @returns a number in one of Word's formats; in digits where the format is not known */
export function formatNumber(number: number, format: string): string {
  return (formatters[format] ?? String)(number);
}

function enclosed(first: number, count: number): Formatter {
  return (number) => (number >= 1 && number <= count ? String.fromCodePoint(first + number - 1) : String(number));
}

/** Z is followed by AA, BB … as Word counts. */
function letters(first: number): Formatter {
  return (number) => {
    if (number < 1) return String(number);
    return String.fromCharCode(first + ((number - 1) % 26)).repeat(Math.min(99, Math.floor((number - 1) / 26) + 1));
  };
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let written = '';
  for (const [value, sign] of signs) {
    written += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return written;
}

/** 一, 十, 十一, 二十, 一百零一: up to 9999. */
function counting(number: number, names: string, [ten = '', hundred = '', thousand = '']: string): string {
  if (number < 1 || number > 9999) return String(number);
  const zero = names === digits ? '零' : (names[0] ?? '');
  let written = '';
  let skipped = false;
  for (const [value, unit] of [
    [1000, thousand],
    [100, hundred],
    [10, ten],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / value) % 10;
    if (digit === 0) {
      skipped = written !== '';
      continue;
    }
    if (skipped) written += zero;
    skipped = false;
    const isPlainTen = value === 10 && digit === 1 && written === '';
    written += (isPlainTen ? '' : (names[digit] ?? '')) + unit;
  }
  return written;
}
