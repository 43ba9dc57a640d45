// node_modules/unist-util-stringify-position/lib/index.js
function stringifyPosition(value) {
  if (!value || typeof value !== "object") {
    return "";
  }
  if ("position" in value || "type" in value) {
    return position(value.position);
  }
  if ("start" in value || "end" in value) {
    return position(value);
  }
  if ("line" in value || "column" in value) {
    return point(value);
  }
  return "";
}
function point(point2) {
  return index(point2 && point2.line) + ":" + index(point2 && point2.column);
}
function position(pos) {
  return point(pos && pos.start) + "-" + point(pos && pos.end);
}
function index(value) {
  return value && typeof value === "number" ? value : 1;
}

// node_modules/vfile-message/lib/index.js
var VFileMessage = class extends Error {
  /**
   * Create a message for `reason`.
   *
   * > 🪦 **Note**: also has obsolete signatures.
   *
   * @overload
   * @param {string} reason
   *   Reason for message, should use markdown.
   * @param {Options | null | undefined} [options]
   *   Configuration (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @overload
   * @param {string} reason
   *   Reason for message, should use markdown.
   * @param {Node | NodeLike | null | undefined} parent
   *   Node or node-like, used for `ancestors` and `place`.
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @overload
   * @param {string} reason
   *   Reason for message, should use markdown.
   * @param {Point | Position | null | undefined} place
   *   Place of message.
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @overload
   * @param {string} reason
   *   Reason for message, should use markdown.
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @overload
   * @param {Error | VFileMessage} cause
   *   Original error cause of the message.
   * @param {Node | NodeLike | null | undefined} parent
   *   Node or node-like, used for `ancestors` and `place`.
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @overload
   * @param {Error | VFileMessage} cause
   *   Original error cause of the message.
   * @param {Point | Position | null | undefined} place
   *   Place of message.
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @overload
   * @param {Error | VFileMessage} cause
   *   Original error cause of the message.
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (optional).
   * @returns
   *   Instance of `VFileMessage`.
   *
   * @param {Error | VFileMessage | string} causeOrReason
   *   Reason for message, should use markdown.
   * @param {Node | NodeLike | Options | Point | Position | string | null | undefined} [optionsOrParentOrPlace]
   *   Configuration (optional).
   * @param {string | null | undefined} [origin]
   *   Place in code where the message originates (example:
   *   `'my-package:my-rule'` or `'my-rule'`).
   * @returns
   *   Instance of `VFileMessage`.
   */
  // eslint-disable-next-line complexity
  constructor(causeOrReason, optionsOrParentOrPlace, origin) {
    super();
    if (typeof optionsOrParentOrPlace === "string") {
      origin = optionsOrParentOrPlace;
      optionsOrParentOrPlace = void 0;
    }
    let reason = "";
    let options = {};
    let legacyCause = false;
    if (optionsOrParentOrPlace) {
      if ("line" in optionsOrParentOrPlace && "column" in optionsOrParentOrPlace) {
        options = { place: optionsOrParentOrPlace };
      } else if ("start" in optionsOrParentOrPlace && "end" in optionsOrParentOrPlace) {
        options = { place: optionsOrParentOrPlace };
      } else if ("type" in optionsOrParentOrPlace) {
        options = {
          ancestors: [optionsOrParentOrPlace],
          place: optionsOrParentOrPlace.position
        };
      } else {
        options = { ...optionsOrParentOrPlace };
      }
    }
    if (typeof causeOrReason === "string") {
      reason = causeOrReason;
    } else if (!options.cause && causeOrReason) {
      legacyCause = true;
      reason = causeOrReason.message;
      options.cause = causeOrReason;
    }
    if (!options.ruleId && !options.source && typeof origin === "string") {
      const index2 = origin.indexOf(":");
      if (index2 === -1) {
        options.ruleId = origin;
      } else {
        options.source = origin.slice(0, index2);
        options.ruleId = origin.slice(index2 + 1);
      }
    }
    if (!options.place && options.ancestors) {
      const parent = options.ancestors[options.ancestors.length - 1];
      if (parent) {
        options.place = parent.position;
      }
    }
    const start = options.place && "start" in options.place ? options.place.start : options.place;
    this.ancestors = options.ancestors || void 0;
    this.cause = options.cause || void 0;
    this.column = start ? start.column : void 0;
    this.fatal = void 0;
    this.file = "";
    this.message = reason;
    this.line = start ? start.line : void 0;
    this.name = stringifyPosition(options.place) || "1:1";
    this.place = options.place || void 0;
    this.reason = this.message;
    this.ruleId = options.ruleId || void 0;
    this.source = options.source || void 0;
    this.stack = legacyCause && options.cause && typeof options.cause.stack === "string" ? options.cause.stack : "";
    this.actual = void 0;
    this.expected = void 0;
    this.note = void 0;
    this.url = void 0;
  }
};
Object.defineProperties(VFileMessage.prototype, {
  file: { configurable: true, enumerable: true, value: "", writable: true },
  name: { configurable: true, enumerable: true, value: "", writable: true },
  reason: { configurable: true, enumerable: true, value: "", writable: true },
  message: { configurable: true, enumerable: true, value: "", writable: true },
  stack: { configurable: true, enumerable: true, value: "", writable: true },
  column: { configurable: true, enumerable: true, writable: true },
  line: { configurable: true, enumerable: true, writable: true },
  ancestors: { configurable: true, enumerable: true, writable: true },
  cause: { configurable: true, enumerable: true, writable: true },
  fatal: { configurable: true, enumerable: true, writable: true },
  place: { configurable: true, enumerable: true, writable: true },
  ruleId: { configurable: true, enumerable: true, writable: true },
  source: { configurable: true, enumerable: true, writable: true }
});

// src/diagnostics/rules/rule.ts
function rule(severity, zh, en) {
  return { severity, zh: text(zh), en: text(en) };
}
function text([reason, hint]) {
  return { reason: (params) => fill(reason, params), hint: (params) => fill(hint, params) };
}
function fill(template, params) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}

// src/diagnostics/rules/check.ts
var checkRules = {};

// src/diagnostics/rules/load.ts
var loadRules = {
  "no-content-folder": rule(
    "error",
    ["\u627E\u4E0D\u5230\u5185\u5BB9\u6587\u4EF6\u5939 {path}", "\u65B0\u5EFA\u8FD9\u4E2A\u6587\u4EF6\u5939\u5E76\u628A\u6458\u767B\u6587\u4EF6\u653E\u8FDB\u53BB\uFF0C\u6216\u7528 --content \u6307\u660E\u5185\u5BB9\u5728\u54EA\u91CC"],
    ["There is no content folder {path}", "Make it and put the digests into it, or say with --content where it is"]
  ),
  "no-such-path": rule(
    "error",
    ["\u627E\u4E0D\u5230 {path}", "\u68C0\u67E5\u8DEF\u5F84\u662F\u5426\u5199\u9519\uFF0C\u6587\u4EF6\u662F\u5426\u5DF2\u88AB\u79FB\u8D70"],
    ["There is no {path}", "Check the spelling of the path, and whether the file was moved"]
  ),
  "empty-file": rule(
    "error",
    ["\u6587\u4EF6\u662F\u7A7A\u7684", "\u628A\u53D1\u8A00\u6458\u767B\u7684\u6587\u5B57\u7C98\u8D34\u8FDB\u6765\uFF0C\u6216\u5220\u9664\u8FD9\u4E2A\u6587\u4EF6"],
    ["The file is empty", "Paste the digest into it, or delete the file"]
  ),
  "unreadable-file": rule(
    "error",
    ["\u8BFB\u4E0D\u4E86\u8FD9\u4E2A\u6587\u4EF6\uFF1A{zh}", "\u68C0\u67E5\u6587\u4EF6\u662F\u5426\u8FD8\u5728\u3001\u662F\u5426\u5141\u8BB8\u8BFB\u53D6\uFF0C\u7136\u540E\u91CD\u8BD5"],
    ["This file cannot be read: {en}", "Check that it is there and that you may read it, then try again"]
  ),
  "link-outside": rule(
    "error",
    ["\u8FD9\u662F\u4E00\u4E2A\u6307\u5411\u5185\u5BB9\u6587\u4EF6\u5939\u4E4B\u5916\u7684\u7B26\u53F7\u94FE\u63A5\uFF0C\u4E0D\u4F1A\u8BFB\u53D6", "\u628A\u539F\u6587\u4EF6\u590D\u5236\u5230\u5185\u5BB9\u6587\u4EF6\u5939\u91CC\uFF0C\u5220\u6389\u94FE\u63A5"],
    [
      "This is a symbolic link that leads out of the content folder; it is not followed",
      "Copy the file into the content folder and delete the link"
    ]
  ),
  "unknown-format": rule(
    "warning",
    [
      "\u4E0D\u8BA4\u8BC6 {name} \u7684\u683C\u5F0F\uFF0C\u6CA1\u6709\u8BFB\u53D6",
      "\u7528 Word \u6216 WPS \u6253\u5F00\uFF0C\u53E6\u5B58\u4E3A .docx \u6216 .txt\uFF1B\u4E0D\u662F\u6458\u767B\u7684\u6587\u4EF6\u8BF7\u79FB\u5230 _static \u6587\u4EF6\u5939"
    ],
    [
      "The format of {name} is not known; it was not read",
      "Open it in Word or WPS and save it as .docx or .txt; move what is no digest into the folder _static"
    ]
  ),
  "ignored-file": rule(
    "info",
    ["{name} \u4E0D\u662F\u6458\u767B\uFF0C\u6CA1\u6709\u8BFB\u53D6", "\u4E0D\u7528\u5904\u7406\uFF1B\u8981\u968F\u7F51\u7AD9\u4E00\u8D77\u53D1\u5E03\u7684\u6587\u4EF6\u8BF7\u653E\u8FDB _static \u6587\u4EF6\u5939"],
    ["{name} is no digest; it was not read", "Nothing to do; a file that is to be published belongs into the folder _static"]
  ),
  "stray-picture": rule(
    "warning",
    [
      "\u56FE\u7247 {name} \u6CA1\u6709\u7528\u4E0A\uFF1A\u65C1\u8FB9\u6CA1\u6709\u4F1A\u663E\u793A\u5B83\u7684 .html \u6216 .md \u6587\u4EF6",
      "\u53D1\u8A00\u4EBA\u7167\u7247\u653E\u8FDB\u4E0E\u6458\u767B\u540C\u540D\u7684\u6587\u4EF6\u5939\uFF1A\u6458\u767B\u540D/photos/\u59D3\u540D.jpg\uFF1B\u5176\u4ED6\u56FE\u7247\u653E\u8FDB _static \u6587\u4EF6\u5939"
    ],
    [
      "The picture {name} is not used: no .html or .md file beside it can show it",
      "Put a portrait into a folder of the digest\u2019s name: DIGEST/photos/NAME.jpg; other pictures into the folder _static"
    ]
  ),
  "stray-companion": rule(
    "warning",
    [
      "{name} \u6CA1\u6709\u7528\u4E0A\uFF1A\u65C1\u8FB9\u6CA1\u6709\u5B83\u6240\u5C5E\u7684\u6458\u767B\uFF0C\u6216\u8005\u5B83\u4E0D\u5728 photos\uFF08\u7167\u7247\uFF1A.jpg .png .webp\uFF09\u3001full\uFF08\u5168\u6587\uFF1A.txt .md .docx .html\uFF09\u6587\u4EF6\u5939\u91CC",
      "\u628A\u5B83\u6539\u6210\u4E0E\u6458\u767B\u540C\u540D\uFF0C\u653E\u8FDB\u8FD9\u4E24\u4E2A\u6587\u4EF6\u5939\u4E4B\u4E00\uFF0C\u6216\u79FB\u5230\u522B\u5904"
    ],
    [
      "{name} is not used: no digest that it belongs to is beside it, or it is not in photos (.jpg .png .webp) or full (.txt .md .docx .html)",
      "Give it the digest\u2019s name, put it into one of these two folders, or move it elsewhere"
    ]
  ),
  "impossible-date": rule(
    "warning",
    ["\u6587\u4EF6\u540D\u5F00\u5934\u7684 {date} \u4E0D\u662F\u65E5\u5386\u4E0A\u6709\u7684\u65E5\u671F\uFF0C\u6CA1\u6709\u5F53\u4F5C\u65E5\u671F", "\u6539\u6B63\u6587\u4EF6\u540D\u91CC\u7684\u65E5\u671F\uFF0C\u4F8B\u5982 2031-03-02-\u6807\u9898.txt"],
    [
      "{date} at the start of the file\u2019s name is in no calendar, so it is not taken as a date",
      "Correct the date in the name, as in 2031-03-02-title.txt"
    ]
  ),
  "too-large": rule(
    "error",
    ["\u6587\u4EF6\u6709 {size} MB\uFF0C\u8D85\u8FC7\u4E86 {limit} MB\uFF0C\u6CA1\u6709\u8BFB\u53D6", "\u628A\u5185\u5BB9\u5206\u6210\u51E0\u4E2A\u6587\u4EF6\uFF1BWord \u6587\u4EF6\u53EF\u5148\u538B\u7F29\u56FE\u7247"],
    [
      "The file has {size} MB, more than {limit} MB; it was not read",
      "Split it into several files; in a Word file compress the pictures"
    ]
  ),
  "not-text": rule(
    "error",
    ["\u8FD9\u4E0D\u662F\u6587\u672C\u6587\u4EF6\uFF0C\u770B\u8D77\u6765\u662F {kind} \u6587\u4EF6", "\u7528\u539F\u6765\u7684\u7A0B\u5E8F\u6253\u5F00\u5B83\uFF0C\u53E6\u5B58\u4E3A .docx \u6216 UTF-8 \u7F16\u7801\u7684 .txt"],
    [
      "This is no text; it looks like {kind}",
      "Open it in the program it comes from and save it as .docx, or as .txt in UTF-8"
    ]
  ),
  "encoding-read": rule(
    "info",
    ["\u6309 {encoding} \u7F16\u7801\u8BFB\u53D6", "\u5982\u679C\u6587\u5B57\u663E\u793A\u6B63\u786E\u5C31\u4E0D\u7528\u5904\u7406\uFF1B\u4E5F\u53EF\u4EE5\u53E6\u5B58\u4E3A UTF-8"],
    ["Read as {encoding}", "Nothing to do if the text looks right; you may save it as UTF-8"]
  ),
  "replacement-character": rule(
    "warning",
    ["\u8FD9\u91CC\u6709\u4E00\u4E2A\u8BFB\u4E0D\u51FA\u6765\u7684\u5B57\uFF08{code}\uFF09", "\u5BF9\u7167\u539F\u6587\uFF0C\u91CD\u65B0\u8F93\u5165\u8FD9\u4E2A\u5B57"],
    ["A character here could not be read ({code})", "Look at the original and type the character again"]
  ),
  "replacement-character-more": rule(
    "warning",
    ["\u540E\u9762\u8FD8\u6709 {more} \u4E2A\u8BFB\u4E0D\u51FA\u6765\u7684\u5B57", "\u6587\u4EF6\u7684\u7F16\u7801\u53EF\u80FD\u4E0D\u5BF9\uFF1A\u4ECE\u539F\u5904\u91CD\u65B0\u590D\u5236\uFF0C\u53E6\u5B58\u4E3A UTF-8"],
    [
      "{more} more characters after this could not be read",
      "The file may be in another encoding: copy the text again and save it as UTF-8"
    ]
  ),
  "private-use-character": rule(
    "warning",
    ["\u8FD9\u91CC\u6709\u4E00\u4E2A\u81EA\u9020\u5B57\u6216\u56FE\u6807\uFF08{code}\uFF09\uFF0C\u8BFB\u8005\u7684\u7535\u8111\u4E0A\u591A\u534A\u663E\u793A\u4E0D\u51FA\u6765", "\u6362\u6210\u6B63\u5F0F\u7684\u5B57\uFF0C\u6216\u5220\u53BB"],
    [
      "A private character or icon ({code}) stands here; most readers\u2019 devices cannot show it",
      "Replace it with a standard character, or delete it"
    ]
  ),
  "private-use-character-more": rule(
    "warning",
    ["\u540E\u9762\u8FD8\u6709 {more} \u4E2A\u81EA\u9020\u5B57\u6216\u56FE\u6807", "\u9010\u4E2A\u6362\u6210\u6B63\u5F0F\u7684\u5B57\uFF0C\u6216\u5220\u53BB"],
    ["{more} more private characters or icons follow", "Replace each with a standard character, or delete it"]
  ),
  "control-character": rule(
    "warning",
    ["\u8FD9\u91CC\u6709\u4E00\u4E2A\u770B\u4E0D\u89C1\u7684\u63A7\u5236\u5B57\u7B26\uFF08{code}\uFF09", "\u5220\u53BB\u8FD9\u4E2A\u5B57\u7B26\uFF1A\u5728\u5B83\u524D\u540E\u5404\u5220\u4E00\u4E2A\u5B57\uFF0C\u518D\u91CD\u65B0\u8F93\u5165"],
    [
      "An invisible control character ({code}) stands here",
      "Delete it: delete the characters around it and type them again"
    ]
  ),
  "control-character-more": rule(
    "warning",
    ["\u540E\u9762\u8FD8\u6709 {more} \u4E2A\u770B\u4E0D\u89C1\u7684\u63A7\u5236\u5B57\u7B26", "\u5148\u7C98\u8D34\u5230\u8BB0\u4E8B\u672C\u91CC\u518D\u590D\u5236\u8FC7\u6765\uFF0C\u53EF\u4EE5\u53BB\u6389\u5B83\u4EEC"],
    [
      "{more} more invisible control characters follow",
      "Paste the text into a plain editor first and copy it from there"
    ]
  ),
  "front-matter-unclosed": rule(
    "error",
    ["\u5F00\u5934\u7684 --- \u6CA1\u6709\u914D\u5BF9\u7684\u7ED3\u5C3E", "\u5728\u6807\u9898\u3001\u65E5\u671F\u7B49\u51E0\u884C\u4E4B\u540E\uFF0C\u5355\u72EC\u5199\u4E00\u884C ---"],
    ["The --- at the top is never closed", "Write a line --- after the lines of title, date and so on"]
  ),
  "front-matter-unknown-key": rule(
    "error",
    ["\u4E0D\u8BA4\u8BC6\u201C{key}\u201D\u8FD9\u4E00\u9879", "\u662F\u4E0D\u662F\u201C{nearest}\u201D\uFF1F\u53EF\u4EE5\u7528\u7684\u6709\uFF1A{known}"],
    ["\u201C{key}\u201D is not known here", "Did you mean \u201C{nearest}\u201D? There are: {known}"]
  ),
  "front-matter-invalid": rule(
    "error",
    ["\u201C{key}\u201D\u7684\u503C\u4E0D\u5BF9\uFF1A{zh}", "\u6539\u6B63\u8FD9\u4E00\u884C\u7684\u503C"],
    ["The value of \u201C{key}\u201D is wrong: {en}", "Correct the value on this line"]
  ),
  "front-matter-impossible-date": rule(
    "error",
    ["{date} \u4E0D\u662F\u65E5\u5386\u4E0A\u6709\u7684\u65E5\u671F", "\u6539\u6B63\u65E5\u671F\uFF0C\u4F8B\u5982 2031-03-02\uFF1B\u53EA\u77E5\u9053\u5E74\u6708\u5C31\u5199 2031-03"],
    ["{date} is in no calendar", "Correct the date, as in 2031-03-02; write 2031-03 where the day is not known"]
  ),
  "front-matter-twice": rule(
    "error",
    ["\u6B63\u6587\u5F00\u5934\u548C\u8FD9\u4E2A\u6587\u4EF6\u91CC\u90FD\u5199\u4E86\u6807\u9898\u3001\u65E5\u671F\u7B49\u9879", "\u53EA\u4FDD\u7559\u4E00\u5904\uFF1A\u5220\u6389\u8FD9\u4E2A\u6587\u4EF6\uFF0C\u6216\u5220\u6389\u6B63\u6587\u5F00\u5934 --- \u4E4B\u95F4\u7684\u51E0\u884C"],
    [
      "Title, date and so on stand both at the top of the text and in this file",
      "Keep one of them: delete this file, or the lines between --- at the top of the text"
    ]
  ),
  "site-unknown-key": rule(
    "error",
    ["site.yaml \u91CC\u6CA1\u6709\u201C{key}\u201D\u8FD9\u4E00\u9879", "\u662F\u4E0D\u662F\u201C{nearest}\u201D\uFF1F\u53EF\u4EE5\u7528\u7684\u6709\uFF1A{known}"],
    ["site.yaml knows no \u201C{key}\u201D", "Did you mean \u201C{nearest}\u201D? There are: {known}"]
  ),
  "site-invalid": rule(
    "error",
    ["site.yaml \u91CC\u201C{key}\u201D\u7684\u503C\u4E0D\u5BF9\uFF1A{zh}", "\u6539\u6B63\u8FD9\u4E00\u9879\u7684\u503C\uFF0C\u6216\u5220\u53BB\u8FD9\u4E00\u9879"],
    ["The value of \u201C{key}\u201D in site.yaml is wrong: {en}", "Correct the value, or delete the key"]
  ),
  "speakers-unknown-key": rule(
    "error",
    ["speakers.yaml \u91CC\u6CA1\u6709\u201C{key}\u201D\u8FD9\u4E00\u9879", "\u662F\u4E0D\u662F\u201C{nearest}\u201D\uFF1F\u53EF\u4EE5\u7528\u7684\u6709\uFF1A{known}"],
    ["speakers.yaml knows no \u201C{key}\u201D", "Did you mean \u201C{nearest}\u201D? There are: {known}"]
  ),
  "speakers-invalid": rule(
    "error",
    ["speakers.yaml \u91CC\u201C{key}\u201D\u7684\u503C\u4E0D\u5BF9\uFF1A{zh}", "\u6539\u6B63\u8FD9\u4E00\u9879\u7684\u503C\uFF0C\u6216\u5220\u53BB\u8FD9\u4E00\u9879"],
    ["The value of \u201C{key}\u201D in speakers.yaml is wrong: {en}", "Correct the value, or delete the key"]
  ),
  "yaml-broken": rule(
    "error",
    [
      "\u8FD9\u91CC\u7684\u5199\u6CD5\u4E0D\u5408 YAML \u7684\u89C4\u5219\uFF08{problem}\uFF09",
      "\u68C0\u67E5\u8FD9\u4E00\u884C\uFF1A\u5192\u53F7\u540E\u8981\u6709\u7A7A\u683C\uFF0C\u7F29\u8FDB\u7528\u7A7A\u683C\u5BF9\u9F50\uFF0C\u542B\u6709\u5192\u53F7\u6216 # \u7684\u6587\u5B57\u52A0\u5F15\u53F7"
    ],
    [
      "This is not written by the rules of YAML ({problem})",
      "Look at this line: a space after the colon, indents of spaces, quotes around a text with a colon or #"
    ]
  ),
  "yaml-no-keys": rule(
    "error",
    ["\u8FD9\u91CC\u5E94\u8BE5\u662F\u201C\u952E: \u503C\u201D\u7684\u5199\u6CD5", "\u5199\u6210\u201Ctitle: \u6807\u9898\u201D\u8FD9\u6837\uFF0C\u5192\u53F7\u7528\u534A\u89D2\uFF0C\u540E\u9762\u7A7A\u4E00\u683C"],
    ["Lines of \u201Ckey: value\u201D are needed here", "Write \u201Ctitle: \u2026\u201D, with a half-width colon and a space after it"]
  ),
  "yaml-duplicate-key": rule(
    "error",
    ["\u540C\u4E00\u9879\u5199\u4E86\u4E24\u6B21\uFF08{problem}\uFF09", "\u53EA\u4FDD\u7559\u4E00\u884C"],
    ["The same key stands twice ({problem})", "Keep one of the lines"]
  ),
  "yaml-alias": rule(
    "error",
    ["\u8FD9\u91CC\u7528\u4E86 YAML \u7684\u5F15\u7528\uFF08& \u6216 *\uFF09\uFF0C\u4E0D\u5141\u8BB8\u4F7F\u7528", "\u628A\u5185\u5BB9\u76F4\u63A5\u5199\u51FA\u6765\uFF1B\u4EE5 & \u6216 * \u5F00\u5934\u7684\u6587\u5B57\u52A0\u4E0A\u5F15\u53F7"],
    [
      "YAML references (& or *) are not allowed",
      "Write the value out; put quotes around a text that begins with & or *"
    ]
  ),
  "yaml-forbidden-key": rule(
    "error",
    ["\u4E0D\u80FD\u7528\u201C{key}\u201D\u4F5C\u4E3A\u9879\u7684\u540D\u79F0", "\u5220\u53BB\u8FD9\u4E00\u884C"],
    ["\u201C{key}\u201D must not be used as a key", "Delete this line"]
  )
};

// src/diagnostics/rules/parse.ts
var parseRules = {
  "no-speaker": rule(
    "error",
    ["\u6CA1\u6709\u8BA4\u51FA\u4EFB\u4F55\u53D1\u8A00\u4EBA", "\u8BF7\u5728\u6BCF\u4F4D\u53D1\u8A00\u4EBA\u524D\u5199\u4E00\u884C\u201C\u804C\u52A1 \u59D3\u540D\uFF1A\u6807\u9898\u201D\uFF0C\u4F8B\u5982\u201C\u5E02\u59D4\u4E66\u8BB0 \u4F55\u781A\uFF1A\u628A\u5FC3\u601D\u7528\u5728\u5E72\u4E8B\u4E0A\u201D\uFF1B\u4E5F\u53EF\u4EE5\u5199\u201C## \u804C\u52A1 | \u59D3\u540D | \u6807\u9898\u201D"],
    ["No speaker was recognised", "Put a line \u201Ctitles name: headline\u201D before each speech, or \u201C## titles | name | headline\u201D"]
  ),
  "speaker-without-name": rule(
    "error",
    ["\u201C{words}\u201D\u8FD9\u4E00\u884C\u53EA\u6709\u804C\u52A1\uFF0C\u6CA1\u6709\u59D3\u540D", "\u8BF7\u5728\u804C\u52A1\u540E\u52A0\u4E00\u4E2A\u7A7A\u683C\u548C\u59D3\u540D\uFF0C\u4F8B\u5982\u201C{words} \u4F55\u781A\uFF1A\u201D\uFF1B\u6216\u5199\u6210\u201C## {words} | \u59D3\u540D | \u6807\u9898\u201D"],
    ["The line \u201C{words}\u201D has titles and no name", "Add a space and the name behind the titles, or write \u201C## {words} | name | headline\u201D"]
  ),
  "doubtful-name": rule(
    "warning",
    ["\u201C{words}\u201D\u91CC\u54EA\u51E0\u4E2A\u5B57\u662F\u59D3\u540D\uFF0C\u770B\u4E0D\u51C6\uFF1A\u53EF\u80FD\u662F{names}\uFF1B\u6682\u6309\u201C{name}\u201D\u5904\u7406", "\u8BF7\u5728\u59D3\u540D\u524D\u52A0\u4E00\u4E2A\u7A7A\u683C\uFF0C\u6216\u5199\u6210\u201C## {titles} | {name} | \u6807\u9898\u201D\uFF1B\u4E5F\u53EF\u5728 speakers.yaml \u91CC\u767B\u8BB0\u8FD9\u4E2A\u59D3\u540D"],
    ["Where the name begins in \u201C{words}\u201D is not certain: it may be {names}; \u201C{name}\u201D is taken for now", "Put a space before the name, or write \u201C## {titles} | {name} | headline\u201D, or enter the name in speakers.yaml"]
  ),
  "caption-mismatch": rule(
    "warning",
    ["\u53D1\u8A00\u4EBA\u5199\u7684\u662F\u201C{speaker}\u201D\uFF0C\u4E0B\u9762\u7684\u56FE\u7247\u8BF4\u660E\u5374\u662F\u201C{name}\u201D", "\u8BF7\u6838\u5BF9\u8FD9\u6BB5\u8BDD\u662F\u8C01\u8BF4\u7684\uFF0C\u6539\u6B63\u53D1\u8A00\u4EBA\u4E00\u884C\u6216\u56FE\u7247\u8BF4\u660E"],
    ["The speaker is \u201C{speaker}\u201D, the caption below says \u201C{name}\u201D", "Make sure whose words these are, then correct the speaker line or the caption"]
  ),
  "name-in-text": rule(
    "warning",
    ["\u201C{speaker}\u201D\u7684\u53D1\u8A00\u91CC\u6709\u5355\u72EC\u4E00\u884C\u59D3\u540D\u201C{name}\u201D\uFF0C\u53EF\u80FD\u6F0F\u4E86\u4E00\u884C\u53D1\u8A00\u4EBA", "\u5982\u679C\u8FD9\u91CC\u662F\u201C{name}\u201D\u7684\u53D1\u8A00\uFF0C\u8BF7\u5728\u524D\u9762\u8865\u4E00\u884C\u201C\u804C\u52A1 {name}\uFF1A\u6807\u9898\u201D\uFF1B\u5982\u679C\u4E0D\u662F\uFF0C\u8BF7\u5220\u53BB\u8FD9\u4E00\u884C"],
    ["In the speech of \u201C{speaker}\u201D the name \u201C{name}\u201D stands alone on a line: a speaker line may be missing", "If these are the words of \u201C{name}\u201D, put a line \u201Ctitles {name}: headline\u201D before them; if not, delete this line"]
  ),
  "empty-speech": rule(
    "warning",
    ["\u201C{speaker}\u201D\u540D\u4E0B\u6CA1\u6709\u53D1\u8A00\u5185\u5BB9", "\u8BF7\u8865\u4E0A\u53D1\u8A00\u5185\u5BB9\uFF0C\u6216\u5220\u53BB\u8FD9\u4E00\u884C\uFF1B\u82E5\u5185\u5BB9\u5728\u522B\u5904\uFF0C\u8BF7\u6838\u5BF9\u6BB5\u843D\u987A\u5E8F"],
    ["There is no text for \u201C{speaker}\u201D", "Add the text, or delete the line; if the text stands elsewhere, correct the order"]
  ),
  "text-after-detail": rule(
    "warning",
    ["\u201C{speaker}\u201D\u7684\u201C\u8BE6\u60C5\u201D\u4E4B\u540E\u8FD8\u6709\u6587\u5B57\uFF0C\u53EF\u80FD\u6F0F\u4E86\u4E0B\u4E00\u4F4D\u53D1\u8A00\u4EBA", "\u8BF7\u6838\u5BF9\u8FD9\u4E00\u6BB5\u662F\u8C01\u8BF4\u7684\uFF1B\u82E5\u662F\u53E6\u4E00\u4F4D\uFF0C\u8BF7\u5728\u524D\u9762\u8865\u4E00\u884C\u201C\u804C\u52A1 \u59D3\u540D\uFF1A\u6807\u9898\u201D"],
    ["There is more text after the more-link of \u201C{speaker}\u201D: the next speaker line may be missing", "Make sure whose words these are; if another\u2019s, put a line \u201Ctitles name: headline\u201D before them"]
  ),
  "outline-restarts": rule(
    "warning",
    ["\u201C{speaker}\u201D\u7684\u53D1\u8A00\u91CC\uFF0C\u7F16\u53F7\u4ECE\u201C{marker}\u201D\u91CD\u65B0\u5F00\u59CB\uFF0C\u53EF\u80FD\u6F0F\u4E86\u4E00\u884C\u53D1\u8A00\u4EBA", "\u8BF7\u6838\u5BF9\u8FD9\u4E00\u6BB5\u662F\u8C01\u8BF4\u7684\uFF1B\u82E5\u662F\u53E6\u4E00\u4F4D\uFF0C\u8BF7\u5728\u524D\u9762\u8865\u4E00\u884C\u201C\u804C\u52A1 \u59D3\u540D\uFF1A\u6807\u9898\u201D"],
    ["In the speech of \u201C{speaker}\u201D the numbering begins again at \u201C{marker}\u201D: a speaker line may be missing", "Make sure whose words these are; if another\u2019s, put a line \u201Ctitles name: headline\u201D before them"]
  ),
  "speaker-repeated": rule(
    "warning",
    ["\u201C{speaker}\u201D\u5728\u8FD9\u4E00\u671F\u91CC\u51FA\u73B0\u4E86\u4E24\u6B21\uFF08\u53E6\u4E00\u5904\u5728\u7B2C {line} \u884C\uFF09", "\u5982\u679C\u4E0D\u662F\u540C\u4E00\u4E2A\u4EBA\u7684\u4E24\u6B21\u53D1\u8A00\uFF0C\u8BF7\u6539\u6B63\u59D3\u540D"],
    ["\u201C{speaker}\u201D appears twice in this edition (also on line {line})", "If these are not two speeches of one person, correct the name"]
  ),
  "listed-without-speech": rule(
    "warning",
    ["\u5F00\u5934\u7684\u540D\u5355\u91CC\u6709\u201C{name}\u201D\uFF0C\u4E0B\u9762\u5374\u6CA1\u6709\u8FD9\u4E2A\u4EBA\u7684\u53D1\u8A00", "\u8BF7\u6838\u5BF9\u59D3\u540D\u662F\u5426\u5199\u9519\uFF0C\u6216\u8865\u4E0A\u8FD9\u4E2A\u4EBA\u7684\u53D1\u8A00"],
    ["\u201C{name}\u201D is in the list at the top, and no speech follows", "See whether the name is misspelt, or add the speech"]
  ),
  "no-title": rule(
    "warning",
    ["\u6CA1\u6709\u627E\u5230\u8FD9\u4E00\u671F\u7684\u6807\u9898\uFF0C\u6682\u7528\u6587\u4EF6\u540D\u201C{title}\u201D", "\u8BF7\u5728\u7B2C\u4E00\u884C\u5199\u4E0A\u6807\u9898\uFF0C\u6216\u5728\u6587\u4EF6\u5F00\u5934\u7684 front matter \u91CC\u5199 title"],
    ["The edition has no title; the file name \u201C{title}\u201D is taken", "Write the title on the first line, or as \u201Ctitle\u201D in the front matter"]
  ),
  "date-mismatch": rule(
    "warning",
    ["\u6587\u4EF6\u540D\u91CC\u7684\u65E5\u671F\u662F {name}\uFF0C\u6587\u4E2D\u5199\u7684\u662F {text}", "\u8BF7\u6539\u6B63\u5176\u4E2D\u4E00\u4E2A\uFF0C\u6216\u5728 front matter \u91CC\u5199\u660E date"],
    ["The file name says {name}, the text says {text}", "Correct one of them, or write \u201Cdate\u201D in the front matter"]
  ),
  "unknown-layout": rule(
    "error",
    ["\u6CA1\u6709\u540D\u4E3A\u201C{layout}\u201D\u7684\u7248\u5F0F", "\u53EF\u4EE5\u5199\uFF1A{known}"],
    ["There is no layout \u201C{layout}\u201D", "Known are: {known}"]
  ),
  "page-furniture-left-out": rule(
    "info",
    ["{count} \u884C\u7F51\u9875\u4E0A\u7684\u9644\u5C5E\u6587\u5B57\u6CA1\u6709\u6536\u5165\uFF1A{words}", "\u4E0D\u9700\u8981\u5904\u7406\uFF1B\u5982\u679C\u5176\u4E2D\u6709\u6B63\u6587\uFF0C\u8BF7\u6539\u5199\u90A3\u4E00\u884C"],
    ["{count} lines of page furniture were left out: {words}", "Nothing to do; if one of them is text, reword that line"]
  ),
  "unplaced-text": rule(
    "warning",
    ["\u8FD9\u91CC\u7684\u6587\u5B57\u6CA1\u6709\u5F52\u5165\u4EFB\u4F55\u680F\u76EE\uFF1A\u201C{words}\u201D", "\u8BF7\u628A\u5B83\u6539\u5199\u6210\u6B63\u6587\uFF0C\u6216\u5220\u53BB"],
    ["This text belongs to no field: \u201C{words}\u201D", "Reword it as text, or delete it"]
  )
};

// src/diagnostics/rules/plan.ts
var planRules = {};

// src/diagnostics/rules/publish.ts
var publishRules = {
  "output-in-source": rule(
    "error",
    [
      "\u8F93\u51FA\u6587\u4EF6\u5939 {path} \u4E0E\u6765\u6E90\u6587\u4EF6\u5939 {source} \u91CD\u53E0\uFF0C\u7F51\u9875\u4F1A\u6DF7\u8FDB\u6765\u6E90\u91CC",
      "\u7528 --out \u6307\u5B9A\u53E6\u4E00\u4E2A\u6587\u4EF6\u5939\uFF0C\u4E0D\u5728 {source} \u91CC\u9762\uFF0C\u4E5F\u4E0D\u5305\u542B\u5B83"
    ],
    [
      "The output folder {path} overlaps the source folder {source}, so pages would mix with the sources",
      "Choose another folder with --out, neither inside {source} nor around it"
    ]
  ),
  "output-locked": rule(
    "error",
    [
      "\u53E6\u4E00\u4E2A\u6B63\u5728\u8FD0\u884C\u7684 zhaideng\uFF08\u8FDB\u7A0B {pid}\uFF09\u5360\u7528\u7740\u8FD9\u4E2A\u8F93\u51FA\u6587\u4EF6\u5939",
      "\u7B49\u5B83\u7ED3\u675F\u518D\u8FD0\u884C\uFF1B\u5982\u679C\u786E\u5B9A\u6CA1\u6709\u522B\u7684\u5728\u8FD0\u884C\uFF0C\u5220\u9664\u6587\u4EF6 {path}"
    ],
    [
      "Another zhaideng (process {pid}) is writing to this output folder",
      "Wait until it has finished; if you are sure that none is running, delete the file {path}"
    ]
  ),
  "publish-resumed": rule(
    "info",
    ["\u4E0A\u4E00\u6B21\u53D1\u5E03\u5230\u4E00\u534A\u4E2D\u65AD\u4E86\uFF0C\u73B0\u5DF2\u63A5\u7740\u5B8C\u6210", "\u4E0D\u7528\u505A\u4EC0\u4E48"],
    ["The last publication was interrupted; it has now been finished", "Nothing needs to be done"]
  ),
  "manifest-damaged": rule(
    "warning",
    [
      "\u8F93\u51FA\u6587\u4EF6\u5939\u7684\u6587\u4EF6\u6E05\u5355\u5DF2\u635F\u574F\uFF0C\u4E0D\u80FD\u786E\u5B9A {path} \u91CC\u54EA\u4E9B\u6587\u4EF6\u662F\u4EE5\u524D\u751F\u6210\u7684",
      "\u5185\u5BB9\u6CA1\u53D8\u7684\u7F51\u9875\u4F1A\u8BA4\u51FA\u6765\uFF1B\u5176\u4F59\u7684\u5982\u679C\u62A5\u9519\uFF0C\u8BF7\u6E05\u7A7A {path} \u540E\u518D\u8FD0\u884C"
    ],
    [
      "The list of published files is damaged, so it is not known which files in {path} were made before",
      "Pages that did not change are recognised; if others are reported, empty {path} and build again"
    ]
  ),
  "foreign-file": rule(
    "error",
    ["{path} \u5DF2\u7ECF\u5B58\u5728\uFF0C\u53C8\u4E0D\u662F\u672C\u7A0B\u5E8F\u751F\u6210\u7684\uFF0C\u4E0D\u80FD\u8986\u76D6", "\u628A\u5B83\u79FB\u8D70\u6216\u6539\u540D\uFF1B\u5982\u679C\u662F\u4EE5\u524D\u751F\u6210\u7684\u65E7\u7F51\u9875\uFF0C\u5220\u9664\u5B83\u518D\u8FD0\u884C"],
    [
      "{path} exists and was not made by this program, so it is not overwritten",
      "Move or rename it; if it is an old page, delete it and build again"
    ]
  ),
  "file-in-the-way": rule(
    "error",
    ["{path} \u5E94\u8BE5\u662F\u6587\u4EF6\u5939\uFF0C\u4F46\u90A3\u91CC\u662F\u4E00\u4E2A\u6587\u4EF6\u6216\u94FE\u63A5", "\u628A\u5B83\u79FB\u8D70\u6216\u6539\u540D\uFF0C\u518D\u8FD0\u884C"],
    ["{path} has to be a folder, but a file or link has that name", "Move or rename it and build again"]
  ),
  "folder-in-the-way": rule(
    "error",
    ["{path} \u5E94\u8BE5\u662F\u6587\u4EF6\uFF0C\u4F46\u90A3\u91CC\u662F\u4E00\u4E2A\u6587\u4EF6\u5939\uFF0C\u91CC\u9762\u6709\u522B\u4EBA\u7684\u6587\u4EF6", "\u628A\u8FD9\u4E2A\u6587\u4EF6\u5939\u79FB\u8D70\u6216\u6539\u540D\uFF0C\u518D\u8FD0\u884C"],
    [
      "{path} has to be a file, but a folder with files of others has that name",
      "Move or rename the folder and build again"
    ]
  ),
  "more-in-the-way": rule(
    "error",
    ["{path} \u91CC\u8FD8\u6709 {count} \u5904\u540C\u6837\u7684\u95EE\u9898", "\u5148\u89E3\u51B3\u4E0A\u9762\u5217\u51FA\u7684\uFF1B\u5982\u679C {path} \u91CC\u90FD\u662F\u4EE5\u524D\u751F\u6210\u7684\u65E7\u7F51\u9875\uFF0C\u6E05\u7A7A\u5B83\u518D\u8FD0\u884C"],
    [
      "There are {count} more such problems in {path}",
      "Solve those above first; if {path} holds nothing but old pages, empty it and build again"
    ]
  ),
  "output-path-invalid": rule(
    "error",
    [
      "\u7F51\u9875\u5730\u5740 {path} \u4E0D\u80FD\u7528\u4F5C\u6587\u4EF6\u540D",
      "\u6539\u6389\u4EA7\u751F\u8FD9\u4E2A\u5730\u5740\u7684\u6587\u4EF6\u540D\u6216 slug\uFF1A\u4E0D\u8981\u6709 .. \u3001\u7279\u6B8A\u7B26\u53F7\u3001Windows \u4FDD\u7559\u7684\u540D\u5B57\uFF0C\u4E5F\u4E0D\u8981\u592A\u957F"
    ],
    [
      "The address {path} cannot be a file name",
      'Change the file name or slug that it comes from: no "..", no special signs, no name reserved on Windows, not too long'
    ]
  ),
  "disk-full": rule(
    "error",
    ["\u78C1\u76D8\u6EE1\u4E86\uFF0C\u5199\u4E0D\u4E0B {path}", "\u817E\u51FA\u7A7A\u95F4\u518D\u8FD0\u884C"],
    ["The disk is full: {path} could not be written", "Free some space and build again"]
  ),
  "output-not-writable": rule(
    "error",
    ["\u6CA1\u6709\u6743\u9650\u5199 {path}\uFF0C\u6216\u5B83\u6B63\u88AB\u522B\u7684\u7A0B\u5E8F\u6253\u5F00\uFF08{code}\uFF09", "\u68C0\u67E5\u8FD9\u4E2A\u6587\u4EF6\u548C\u5B83\u6240\u5728\u6587\u4EF6\u5939\u7684\u6743\u9650\uFF0C\u5173\u6389\u6253\u5F00\u5B83\u7684\u7A0B\u5E8F\uFF0C\u518D\u8FD0\u884C"],
    [
      "{path} may not be written, or another program has it open ({code})",
      "Check the permissions of it and of its folder, close the program that has it open, and build again"
    ]
  ),
  "too-many-open-files": rule(
    "error",
    ["\u7CFB\u7EDF\u6253\u5F00\u7684\u6587\u4EF6\u592A\u591A\uFF0C\u4E0D\u80FD\u518D\u6253\u5F00 {path}", "\u5173\u6389\u4E00\u4E9B\u7A0B\u5E8F\uFF0C\u6216\u7528 ulimit -n 4096 \u63D0\u9AD8\u4E0A\u9650\uFF0C\u518D\u8FD0\u884C"],
    [
      "Too many files are open on this system, {path} could not be opened",
      "Close some programs, or raise the limit with ulimit -n 4096, and build again"
    ]
  ),
  "output-name-too-long": rule(
    "error",
    ["{path} \u7684\u6587\u4EF6\u540D\u6216\u8DEF\u5F84\u592A\u957F\uFF0C\u7CFB\u7EDF\u4E0D\u63A5\u53D7", "\u628A\u8F93\u51FA\u6587\u4EF6\u5939\u653E\u5230\u8DEF\u5F84\u8F83\u77ED\u7684\u5730\u65B9\uFF0C\u6216\u7F29\u77ED\u6587\u4EF6\u540D"],
    [
      "The name or path {path} is too long for this system",
      "Put the output folder where its path is shorter, or shorten the file name"
    ]
  ),
  "other-file-system": rule(
    "error",
    ["{path} \u5728\u53E6\u4E00\u4E2A\u78C1\u76D8\u6216\u6302\u8F7D\u70B9\u4E0A\uFF0C\u7F51\u9875\u4E0D\u80FD\u6574\u4F53\u6362\u4E0A\u53BB", "\u8BA9\u6574\u4E2A\u8F93\u51FA\u6587\u4EF6\u5939\u5728\u540C\u4E00\u4E2A\u78C1\u76D8\u4E0A\uFF0C\u6216\u7528 --out \u6307\u5B9A\u522B\u7684\u6587\u4EF6\u5939"],
    [
      "{path} is on another disk or mount, so pages cannot be put in place in one go",
      "Keep the whole output folder on one disk, or choose another with --out"
    ]
  ),
  "disk-fault": rule(
    "error",
    ["\u78C1\u76D8\u8BFB\u5199 {path} \u65F6\u51FA\u9519\uFF08{code}\uFF09", "\u68C0\u67E5\u78C1\u76D8\u6216\u7F51\u7EDC\u76D8\u662F\u5426\u6B63\u5E38\uFF0C\u518D\u8FD0\u884C"],
    ["The disk reported a fault at {path} ({code})", "Check the disk or network drive and build again"]
  ),
  "publish-unfinished": rule(
    "warning",
    ["\u53D1\u5E03\u5230\u4E00\u534A\u505C\u4E86\uFF1A{path} \u91CC\u6709\u7684\u7F51\u9875\u662F\u65B0\u7684\uFF0C\u6709\u7684\u8FD8\u662F\u65E7\u7684\uFF0C\u6BCF\u4E00\u9875\u90FD\u5B8C\u6574", "\u89E3\u51B3\u4E0A\u9762\u7684\u95EE\u9898\u540E\u518D\u8FD0\u884C\u4E00\u6B21\uFF0C\u4F1A\u63A5\u7740\u5B8C\u6210"],
    [
      "Publishing stopped half-way: some pages in {path} are new and some are old, each of them whole",
      "Solve the problem above and build again: it will be finished"
    ]
  ),
  "state-not-saved": rule(
    "info",
    ["\u6CA1\u80FD\u4FDD\u5B58 {path}\uFF0C\u4E0B\u6B21\u751F\u6210\u4F1A\u6162\u4E00\u4E9B\uFF0C\u7F51\u9875\u4E0D\u53D7\u5F71\u54CD\uFF08{reason}\uFF09", "\u68C0\u67E5\u8FD9\u4E2A\u6587\u4EF6\u5939\u7684\u6743\u9650\u548C\u78C1\u76D8\u7A7A\u95F4"],
    [
      "{path} could not be saved, so the next build takes longer; the pages are not affected ({reason})",
      "Check the permissions of its folder and the free space"
    ]
  )
};

// src/diagnostics/rules/render.ts
var renderRules = {
  "template-syntax": rule(
    "error",
    ["\u6A21\u677F\u5199\u6CD5\u6709\u8BEF\uFF1A{message}", "\u8BF7\u6539\u6B63\u6B64\u5904\uFF0C\u6216\u5220\u53BB\u8FD9\u4E2A\u6587\u4EF6\uFF0C\u6539\u7528\u81EA\u5E26\u7684\u540C\u540D\u6A21\u677F\u3002"],
    ["The template cannot be read: {message}", "Mend this place, or remove the file to use the built-in template."]
  ),
  "template-missing": rule(
    "error",
    ["\u627E\u4E0D\u5230\u6A21\u677F\u201C{name}\u201D", "\u6587\u4EF6\u540D\u4ECE templates/ \u7B97\u8D77\u3002\u6700\u76F8\u8FD1\u7684\u6A21\u677F\u662F\u201C{nearest}\u201D\u3002"],
    ["There is no template \u201C{name}\u201D", "Names are relative to templates/. The nearest is \u201C{nearest}\u201D."]
  ),
  "template-circle": rule(
    "error",
    ["\u6A21\u677F\u201C{name}\u201D\u7ED5\u4E86\u4E00\u5708\u53C8\u6CBF\u7528\u5230\u81EA\u5DF1", "\u8BF7\u6539\u6B63 extends\uFF0C\u8BA9\u5B83\u6307\u5411\u522B\u7684\u6A21\u677F\u3002"],
    ["The template \u201C{name}\u201D comes to extend itself", "Let extends name another template."]
  ),
  "template-computed-name": rule(
    "error",
    ["\u8FD9\u91CC\u7684\u6A21\u677F\u540D\u662F\u7B97\u51FA\u6765\u7684\uFF0C\u65E0\u6CD5\u4E8B\u5148\u6838\u5BF9", "\u8BF7\u628A\u6A21\u677F\u540D\u76F4\u63A5\u5199\u5728\u5F15\u53F7\u91CC\uFF0C\u4E0D\u540C\u60C5\u5F62\u7528 if \u5206\u5F00\u5199\u3002"],
    [
      "The name of this template is computed, so it cannot be checked beforehand",
      "Write the name in quotes; tell the cases apart with if."
    ]
  ),
  "template-unused": rule(
    "warning",
    ["\u6CA1\u6709\u9875\u9762\u7528\u5230\u6A21\u677F\u201C{name}\u201D", "\u6587\u4EF6\u540D\u53EF\u80FD\u6709\u8BEF\uFF0C\u6700\u76F8\u8FD1\u7684\u662F\u201C{nearest}\u201D\u3002\u4E0D\u9700\u8981\u7684\u8BDD\u8BF7\u5220\u53BB\uFF0C\u6216\u79FB\u5230\u522B\u5904\u3002"],
    ["No page uses the template \u201C{name}\u201D", "Its name may be misspelt; the nearest is \u201C{nearest}\u201D. Else remove it."]
  ),
  "template-unknown-variable": rule(
    "error",
    ["\u6A21\u677F\u4E2D\u7684\u201C{name}\u201D\u6CA1\u6709\u5BF9\u5E94\u7684\u5185\u5BB9", "\u53EF\u80FD\u5E94\u5199\u4F5C\u201C{nearest}\u201D\u3002\u6B64\u5904\u53EF\u7528\uFF1A{known}\u3002"],
    ["There is nothing called \u201C{name}\u201D here", "Perhaps \u201C{nearest}\u201D is meant. Here are: {known}."]
  ),
  "template-no-part": rule(
    "error",
    ["\u201C{owner}\u201D\u6CA1\u6709\u540D\u4E3A\u201C{part}\u201D\u7684\u4E0B\u7EA7\u5185\u5BB9", "\u8BF7\u53BB\u6389\u201C{part}\u201D\uFF0C\u76F4\u63A5\u4F7F\u7528\u201C{owner}\u201D\u3002"],
    ["\u201C{owner}\u201D has no parts, so no \u201C{part}\u201D", "Leave \u201C{part}\u201D out and use \u201C{owner}\u201D itself."]
  ),
  "template-unknown-filter": rule(
    "error",
    ["\u6CA1\u6709\u540D\u4E3A\u201C{name}\u201D\u7684\u8FC7\u6EE4\u5668", "\u53EF\u80FD\u5E94\u5199\u4F5C\u201C{nearest}\u201D\u3002"],
    ["There is no filter \u201C{name}\u201D", "Perhaps \u201C{nearest}\u201D is meant."]
  ),
  "template-unknown-test": rule(
    "error",
    ["is \u540E\u9762\u6CA1\u6709\u201C{name}\u201D\u8FD9\u79CD\u5224\u65AD", "\u53EF\u80FD\u5E94\u5199\u4F5C\u201C{nearest}\u201D\u3002"],
    ["There is no test \u201C{name}\u201D after \u201Cis\u201D", "Perhaps \u201C{nearest}\u201D is meant."]
  ),
  "template-unknown-block": rule(
    "error",
    ["\u4E0A\u7EA7\u6A21\u677F\u91CC\u6CA1\u6709\u540D\u4E3A\u201C{name}\u201D\u7684 block\uFF0C\u8FD9\u4E00\u6BB5\u4E0D\u4F1A\u51FA\u73B0\u5728\u9875\u9762\u4E0A", "\u53EF\u80FD\u5E94\u5199\u4F5C\u201C{nearest}\u201D\u3002"],
    ["No template above has a block \u201C{name}\u201D, so this part would never show", "Perhaps \u201C{nearest}\u201D is meant."]
  ),
  "template-unknown-argument": rule(
    "error",
    ["\u5B8F\u201C{macro}\u201D\u6CA1\u6709\u540D\u4E3A\u201C{name}\u201D\u7684\u53C2\u6570", "\u53EF\u80FD\u5E94\u5199\u4F5C\u201C{nearest}\u201D\u3002"],
    ["The macro \u201C{macro}\u201D takes no argument \u201C{name}\u201D", "Perhaps \u201C{nearest}\u201D is meant."]
  ),
  "template-not-printable": rule(
    "error",
    ["\u201C{name}\u201D\u662F\u4E00\u7EC4\u5185\u5BB9\uFF0C\u4E0D\u80FD\u76F4\u63A5\u663E\u793A", "\u8BF7\u6307\u660E\u5176\u4E2D\u4E00\u9879\uFF0C\u6216\u7528 for \u9010\u9879\u663E\u793A\uFF1B\u6B63\u6587\u8981\u5199\u4F5C\u201C{name} | prose(\u2026)\u201D\u3002"],
    [
      "\u201C{name}\u201D is made of parts and cannot be printed",
      "Name one part, walk through it with for, or use \u201C| prose(\u2026)\u201D."
    ]
  ),
  "template-not-a-list": rule(
    "error",
    ["\u201C{name}\u201D\u4E0D\u662F\u5217\u8868\uFF0Cfor \u53D6\u4E0D\u51FA\u5185\u5BB9", "\u8BF7\u6539\u7528\u4E00\u4E2A\u5217\u8868\uFF0C\u6216\u53BB\u6389 for \u76F4\u63A5\u4F7F\u7528\u201C{name}\u201D\u3002"],
    ["\u201C{name}\u201D is no list, so for finds nothing in it", "Use a list, or use \u201C{name}\u201D without for."]
  ),
  "words-invalid": rule(
    "error",
    ["\u8BCD\u8868\u5199\u6CD5\u6709\u8BEF\uFF1A{message}", "\u6BCF\u884C\u5199\u6210\u201C\u952E: \u8BCD\u8BED\u201D\uFF0C\u8BCD\u8BED\u662F\u4E00\u6BB5\u6587\u5B57\uFF1B\u8BCD\u8BED\u4EE5 { \u5F00\u5934\u65F6\u7528\u5F15\u53F7\u62EC\u8D77\u3002"],
    ["The word list cannot be read: {message}", "Write one \u201Ckey: words\u201D a line; quote words that begin with {."]
  ),
  "words-missing": rule(
    "error",
    ["\u8BCD\u8868\u7F3A\u5C11\u201C{key}\u201D", "\u8BF7\u5728\u8FD9\u4E2A\u8BCD\u8868\u91CC\u8865\u4E0A\u8FD9\u4E00\u952E\uFF0C{other} \u91CC\u6709\u5B83\u3002"],
    ["The word list lacks \u201C{key}\u201D", "Add this key to the list; {other} has it."]
  )
};

// src/diagnostics/rules/serve.ts
var serveRules = {
  "port-taken": rule(
    "error",
    ["\u7AEF\u53E3 {port} \u5DF2\u88AB\u522B\u7684\u7A0B\u5E8F\u5360\u7528", "\u7528 --port \u6362\u4E00\u4E2A\u7AEF\u53E3\uFF0C\u6216\u53BB\u6389 --strict-port\uFF0C\u4F1A\u81EA\u52A8\u7528\u4E0B\u4E00\u4E2A\u7A7A\u95F2\u7684\u7AEF\u53E3"],
    [
      "Port {port} is taken by another program",
      "Choose another with --port, or leave out --strict-port to get the next free one"
    ]
  ),
  "port-not-allowed": rule(
    "error",
    ["\u6CA1\u6709\u6743\u9650\u4F7F\u7528\u7AEF\u53E3 {port}", "\u7528 --port \u6362\u4E00\u4E2A 1024 \u4EE5\u4E0A\u7684\u7AEF\u53E3"],
    ["Port {port} may not be used", "Choose one above 1024 with --port"]
  ),
  "host-unavailable": rule(
    "error",
    ["\u4E0D\u80FD\u5728 {host} \u4E0A\u63D0\u4F9B\u9884\u89C8\uFF08{code}\uFF09", "\u4E0D\u5199 --host \u5C31\u53EA\u5728\u672C\u673A\u9884\u89C8\uFF1B\u8981\u5728\u5C40\u57DF\u7F51\u91CC\u9884\u89C8\uFF0C\u7528 --host 0.0.0.0"],
    [
      "The preview cannot be served at {host} ({code})",
      "Without --host it is served on this machine only; use --host 0.0.0.0 for the local network"
    ]
  ),
  "host-exposed": rule(
    "warning",
    ["\u540C\u4E00\u7F51\u7EDC\u91CC\u7684\u4EFB\u4F55\u4EBA\u90FD\u80FD\u770B\u5230\u9884\u89C8\uFF0C\u5305\u62EC\u8FD8\u6CA1\u53D1\u5E03\u7684\u5185\u5BB9\uFF1A{addresses}", "\u4E0D\u9700\u8981\u522B\u4EBA\u770B\u65F6\uFF0C\u53BB\u6389 --host"],
    [
      "Anybody in the same network can see the preview, with what is not published yet: {addresses}",
      "Leave out --host when nobody else has to see it"
    ]
  ),
  "browser-not-opened": rule(
    "info",
    ["\u6CA1\u80FD\u81EA\u52A8\u6253\u5F00\u6D4F\u89C8\u5668", "\u81EA\u5DF1\u5728\u6D4F\u89C8\u5668\u91CC\u6253\u5F00 {url}"],
    ["No browser could be opened", "Open {url} in a browser yourself"]
  ),
  "watch-limit": rule(
    "warning",
    ["\u7CFB\u7EDF\u80FD\u76D1\u89C6\u7684\u6587\u4EF6\u6570\u7528\u5B8C\u4E86\uFF08{code}\uFF09\uFF0C\u6539\u4E3A\u5B9A\u65F6\u67E5\u770B\uFF0C\u4FDD\u5B58\u540E\u4F1A\u6162\u4E00\u70B9\u624D\u66F4\u65B0", "\u8981\u63D0\u9AD8\u4E0A\u9650\uFF0C\u5728\u7EC8\u7AEF\u91CC\u8FD0\u884C\uFF1A{command}"],
    [
      "The system can watch no more files ({code}); they are looked at from time to time instead, so updates come later",
      "To raise the limit, run: {command}"
    ]
  ),
  "watch-fault": rule(
    "warning",
    ["{path} \u91CC\u7684\u6539\u52A8\u53EF\u80FD\u5BDF\u89C9\u4E0D\u5230\uFF08{code}\uFF09", "\u68C0\u67E5\u8FD9\u4E2A\u6587\u4EF6\u5939\u7684\u6743\u9650\uFF1B\u6CA1\u6709\u81EA\u52A8\u66F4\u65B0\u65F6\uFF0C\u91CD\u65B0\u8FD0\u884C zhaideng dev"],
    [
      "Changes in {path} may go unnoticed ({code})",
      "Check the permissions of the folder; if the preview does not update, run zhaideng dev again"
    ]
  ),
  "rebuild-crashed": rule(
    "error",
    [
      "\u751F\u6210\u7F51\u9875\u65F6\u7A0B\u5E8F\u51FA\u9519\uFF1A{message}",
      "\u8FD9\u662F\u7A0B\u5E8F\u7684\u6BDB\u75C5\uFF0C\u4E0D\u662F\u5185\u5BB9\u7684\u3002\u8BF7\u628A\u8FD9\u53E5\u8BDD\u548C\u521A\u624D\u7684\u6539\u52A8\u62A5\u544A\u7ED9\u5F00\u53D1\u8005\uFF1B\u64A4\u9500\u521A\u624D\u7684\u6539\u52A8\u53EF\u4EE5\u5148\u7EE7\u7EED"
    ],
    [
      "The program failed while it made the pages: {message}",
      "This is a fault of the program, not of the content. Please report it with the change that caused it; undo the change to go on"
    ]
  )
};

// src/diagnostics/rules/index.ts
var all = {
  ...loadRules,
  ...parseRules,
  ...checkRules,
  ...planRules,
  ...renderRules,
  ...publishRules,
  ...serveRules
};
var rules = all;

// src/diagnostics/finding.ts
function find(rule4, file, place = { line: 1, column: 1 }, params = {}) {
  const { severity, zh } = rules[rule4];
  const message2 = new VFileMessage(zh.reason(params), {
    ruleId: rule4,
    source: "zhaideng",
    place: { line: place.line, column: place.column }
  });
  message2.file = file;
  message2.note = zh.hint(params);
  message2.fatal = severity === "error" ? true : severity === "warning" ? false : void 0;
  return Object.assign(message2, { params });
}
function severityOf(finding) {
  return finding.fatal === true ? "error" : finding.fatal === false ? "warning" : "info";
}
function say(finding, language) {
  const text2 = rules[finding.ruleId][language];
  return { reason: text2.reason(finding.params), hint: text2.hint(finding.params) };
}
function toPlain(finding) {
  const { ruleId, file, line, column, params } = finding;
  return { rule: ruleId, file, place: { line, column }, params };
}

// src/load/digest.ts
import { createHash, hash } from "node:crypto";
var LENGTH = 32;
var PIECE = 1 << 20;
function digestOf(...parts) {
  const [only] = parts;
  if (parts.length === 1 && only !== void 0) return hash("sha256", only, "hex").slice(0, LENGTH);
  const sum = createHash("sha256");
  for (const part of parts) {
    sum.update(part);
    sum.update("\0");
  }
  return shorten(sum);
}
var piece = Buffer.allocUnsafe(PIECE);
function shorten(sum) {
  return sum.digest("hex").slice(0, LENGTH);
}

// src/publish/fileSystem.ts
import * as fs from "node:fs";
var READ = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);
var buffer = Buffer.allocUnsafe(1 << 18);
function codeOf(error) {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

// src/publish/failure.ts
var PublishError = class extends Error {
  name = "PublishError";
  findings;
  constructor(findings, options) {
    super(findings.map((finding) => `${finding.file}: ${finding.reason}`).join("\n"), options);
    this.findings = findings;
  }
};

// src/publish/outputPath.ts
var RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
var REFUSED = /[\0-\x1f\x7f<>:"|?*\\]/;
var LONGEST_NAME = 255;
var LONGEST_PATH = 4096;
var PRIVATE = ".zhaideng";
function isSafePath(path) {
  if (path.length === 0 || REFUSED.test(path) || Buffer.byteLength(path) > LONGEST_PATH) return false;
  const parts = path.split("/");
  return parts.every(isSafeName) && fold(parts[0] ?? "") !== PRIVATE;
}
function isSafeName(name) {
  if (name === "" || name === "." || name === "..") return false;
  if (name.endsWith(".") || name.endsWith(" ") || RESERVED.test(name)) return false;
  return name.length * 3 <= LONGEST_NAME || Buffer.byteLength(name) <= LONGEST_NAME;
}
function fold(path) {
  return path.normalize("NFC").toLowerCase();
}

// src/publish/memory.ts
var MemoryOutput = class {
  /** 0 until something was published. */
  revision = 0;
  #files = /* @__PURE__ */ new Map();
  #next = null;
  #listeners = /* @__PURE__ */ new Set();
  /** @returns the published file, or undefined */
  get(path) {
    return this.#files.get(path);
  }
  /** The published site. It never changes: the next publication brings another map. */
  get files() {
    return this.#files;
  }
  /**
   * Hears of every publication that changed something, when the new files can be had already.
   * @returns a function that ends it
   */
  onPublish(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  async open() {
    this.#next = /* @__PURE__ */ new Map();
  }
  keep(path, key) {
    const file = this.#files.get(path);
    if (file === void 0 || file.key !== key) return false;
    this.#opened().set(path, file);
    return true;
  }
  stage(path, key, _phase, bytes) {
    if (!isSafePath(path)) throw new PublishError([find("output-path-invalid", path, void 0, { path })]);
    const data = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
    const digest = digestOf(data);
    const same = this.#files.get(path);
    this.#opened().set(path, { key, digest, bytes: same?.digest === digest ? same.bytes : data });
  }
  async publish() {
    const next = this.#opened();
    const before = this.#files;
    const written = [];
    for (const [path, file] of next) if (before.get(path)?.digest !== file.digest) written.push(path);
    const removed = [...before.keys()].filter((path) => !next.has(path));
    this.#files = next;
    this.#next = null;
    if (written.length + removed.length > 0) {
      this.revision += 1;
      const publication = { revision: this.revision, written: written.sort(), removed: removed.sort(), before };
      for (const listener of this.#listeners) listener(publication);
    }
    return { written: written.length, unchanged: next.size - written.length, removed: removed.length };
  }
  async abandon() {
    this.#next = null;
  }
  #opened() {
    if (this.#next === null) throw new Error("The output is not open: call open() first, and once for each build");
    return this.#next;
  }
};

// node_modules/chokidar/index.js
import { EventEmitter } from "node:events";
import { stat as statcb, Stats } from "node:fs";
import { readdir as readdir2, stat as stat3 } from "node:fs/promises";
import * as sp2 from "node:path";

// node_modules/readdirp/index.js
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { join as pjoin, resolve as presolve, sep as psep } from "node:path";
import { Readable } from "node:stream";
var EntryTypes = {
  FILE_TYPE: "files",
  DIR_TYPE: "directories",
  FILE_DIR_TYPE: "files_directories",
  EVERYTHING_TYPE: "all"
};
var defaultOptions = {
  root: ".",
  fileFilter: (_entryInfo) => true,
  directoryFilter: (_entryInfo) => true,
  type: EntryTypes.FILE_TYPE,
  lstat: false,
  depth: 2147483648,
  alwaysStat: false,
  // Throughput is flat from 16 to 65536 (traversal is I/O-bound), but
  // batches of 1024+ entries survive young-gen GC and bloat RSS ~20-60%.
  highWaterMark: 256
};
Object.freeze(defaultOptions);
var RECURSIVE_ERROR_CODE = "READDIRP_RECURSIVE_ERROR";
var NORMAL_FLOW_ERRORS = /* @__PURE__ */ new Set(["ENOENT", "EPERM", "EACCES", "ELOOP", RECURSIVE_ERROR_CODE]);
var ALL_TYPES = [
  EntryTypes.DIR_TYPE,
  EntryTypes.EVERYTHING_TYPE,
  EntryTypes.FILE_DIR_TYPE,
  EntryTypes.FILE_TYPE
];
var DIR_TYPES = /* @__PURE__ */ new Set([
  EntryTypes.DIR_TYPE,
  EntryTypes.EVERYTHING_TYPE,
  EntryTypes.FILE_DIR_TYPE
]);
var FILE_TYPES = /* @__PURE__ */ new Set([
  EntryTypes.EVERYTHING_TYPE,
  EntryTypes.FILE_DIR_TYPE,
  EntryTypes.FILE_TYPE
]);
var isNormalFlowError = (error) => NORMAL_FLOW_ERRORS.has(error.code);
var wantBigintFsStats = process.platform === "win32";
var emptyFn = (_entryInfo) => true;
var normalizeFilter = (filter) => {
  if (filter === void 0)
    return emptyFn;
  if (typeof filter === "function")
    return filter;
  if (typeof filter === "string") {
    const fl = filter.trim();
    return (entry) => entry.basename === fl;
  }
  if (Array.isArray(filter)) {
    const trItems = filter.map((item) => item.trim());
    return (entry) => trItems.some((f) => entry.basename === f);
  }
  return emptyFn;
};
var ReaddirpStream = class extends Readable {
  /**
   * Directories discovered but not yet emitted from. Listings are read
   * lazily (on pop, plus one prefetch) instead of eagerly on discovery:
   * keeping whole listings for every queued dir balloons RAM on wide trees.
   */
  parents;
  reading;
  parent;
  _stat;
  _maxDepth;
  _wantsDir;
  _wantsFile;
  _wantsEverything;
  _root;
  _isDirent;
  _statsProp;
  _rdOptions;
  _fileFilter;
  _directoryFilter;
  _relStart;
  constructor(options = {}) {
    super({
      objectMode: true,
      autoDestroy: true,
      highWaterMark: options.highWaterMark ?? defaultOptions.highWaterMark
    });
    const opts = { ...defaultOptions, ...options };
    const root = opts.root ?? defaultOptions.root;
    const type = opts.type ?? defaultOptions.type;
    this._fileFilter = normalizeFilter(opts.fileFilter);
    this._directoryFilter = normalizeFilter(opts.directoryFilter);
    const statMethod = opts.lstat ? lstat : stat;
    if (wantBigintFsStats) {
      this._stat = (path) => statMethod(path, { bigint: true });
    } else {
      this._stat = statMethod;
    }
    this._maxDepth = opts.depth != null && Number.isSafeInteger(opts.depth) ? opts.depth : defaultOptions.depth;
    this._wantsDir = DIR_TYPES.has(type);
    this._wantsFile = FILE_TYPES.has(type);
    this._wantsEverything = type === EntryTypes.EVERYTHING_TYPE;
    this._root = presolve(root);
    this._relStart = this._root.endsWith(psep) ? this._root.length : this._root.length + 1;
    this._isDirent = !opts.alwaysStat;
    this._statsProp = this._isDirent ? "dirent" : "stats";
    this._rdOptions = { encoding: "utf8", withFileTypes: this._isDirent };
    const rootDir = { path: this._root, depth: 1 };
    rootDir.pending = this._exploreDir(this._root, 1);
    this.parents = [rootDir];
    this.reading = false;
    this.parent = void 0;
  }
  async _read(batch) {
    if (this.reading)
      return;
    this.reading = true;
    try {
      while (!this.destroyed && batch > 0) {
        const par = this.parent;
        const fil = par && par.files;
        if (fil && fil.length > 0) {
          const { path, depth } = par;
          const slice = fil.splice(0, batch).map((dirent) => this._formatEntry(dirent, path));
          const awaited = this._isDirent ? slice : await Promise.all(slice);
          for (const entry of awaited) {
            if (!entry)
              continue;
            if (this.destroyed)
              return;
            let entryType = this._getEntryType(entry);
            if (typeof entryType !== "string")
              entryType = await entryType;
            if (entryType === "directory" && this._directoryFilter(entry)) {
              if (depth <= this._maxDepth) {
                this.parents.push({ path: entry.fullPath, depth: depth + 1 });
              }
              if (this._wantsDir) {
                this.push(entry);
                batch--;
              }
            } else if ((entryType === "file" || this._includeAsFile(entry)) && this._fileFilter(entry)) {
              if (this._wantsFile) {
                this.push(entry);
                batch--;
              }
            }
          }
        } else {
          const parent = this.parents.pop();
          if (!parent) {
            this.push(null);
            break;
          }
          const dir2 = parent.pending ?? this._exploreDir(parent.path, parent.depth);
          const next = this.parents[this.parents.length - 1];
          if (next && !next.pending) {
            next.pending = this._exploreDir(next.path, next.depth);
          }
          this.parent = await dir2;
          if (this.destroyed)
            return;
        }
      }
    } catch (error) {
      this.destroy(error);
    } finally {
      this.reading = false;
    }
  }
  // NOTE: native `readdir(path, { recursive: true })` was evaluated as a
  // replacement for this per-directory traversal and rejected:
  // - Not faster: node implements it in JS, walking directories sequentially
  //   just like this loop, but with extra path bookkeeping. Benchmarks
  //   (node 24): ~10% slower on wide trees, ~40% slower on small ones,
  //   parity on deep ones.
  // - Much more RAM: it buffers the entire subtree listing in one array,
  //   instead of one directory at a time, defeating streaming.
  // - Semantics diverge: it can't limit depth, can't skip directories a
  //   directoryFilter rejects, doesn't follow symlinked dirs, and fails
  //   wholesale (all entries lost) if anything in the subtree is unreadable,
  //   instead of emitting a 'warn' and continuing.
  async _exploreDir(path, depth) {
    let files;
    try {
      files = await readdir(path, this._rdOptions);
    } catch (error) {
      this._onError(error);
    }
    return { files, depth, path };
  }
  // Synchronous in dirent mode; returns a promise only when stats are needed.
  _formatEntry(dirent, path) {
    const basename4 = this._isDirent ? dirent.name : dirent;
    const fullPath = pjoin(path, basename4);
    const entry = { path: fullPath.slice(this._relStart), fullPath, basename: basename4 };
    if (this._isDirent) {
      entry.dirent = dirent;
      return entry;
    }
    return this._stat(fullPath).then((stats) => {
      entry.stats = stats;
      return entry;
    }, (err) => {
      this._onError(err);
      return void 0;
    });
  }
  _onError(err) {
    if (isNormalFlowError(err) && !this.destroyed) {
      this.emit("warn", err);
    } else {
      this.destroy(err);
    }
  }
  // Synchronous for regular files and directories; returns a promise only for
  // symlinks, which need realpath() to be classified.
  _getEntryType(entry) {
    if (!entry || !(this._statsProp in entry)) {
      return "";
    }
    const stats = entry[this._statsProp];
    if (stats.isFile())
      return "file";
    if (stats.isDirectory())
      return "directory";
    if (stats.isSymbolicLink())
      return this._getSymlinkEntryType(entry);
    return "";
  }
  async _getSymlinkEntryType(entry) {
    const full = entry.fullPath;
    try {
      const entryRealPath = await realpath(full);
      const entryRealPathStats = await lstat(entryRealPath);
      if (entryRealPathStats.isFile()) {
        return "file";
      }
      if (entryRealPathStats.isDirectory()) {
        const len = entryRealPath.length;
        if (full.startsWith(entryRealPath) && full[len] === psep) {
          const recursiveError = new Error(`Circular symlink detected: "${full}" points to "${entryRealPath}"`);
          recursiveError.code = RECURSIVE_ERROR_CODE;
          this._onError(recursiveError);
          return "";
        }
        return "directory";
      }
    } catch (error) {
      this._onError(error);
    }
    return "";
  }
  _includeAsFile(entry) {
    const stats = entry && entry[this._statsProp];
    return stats && this._wantsEverything && !stats.isDirectory();
  }
};
function readdirp(root, options = {}) {
  let type = options.entryType || options.type;
  if (type === "both")
    type = EntryTypes.FILE_DIR_TYPE;
  if (!root) {
    throw new Error("readdirp: root argument is required. Usage: readdirp(root, options)");
  } else if (typeof root !== "string") {
    throw new TypeError("readdirp: root argument must be a string. Usage: readdirp(root, options)");
  } else if (type && !ALL_TYPES.includes(type)) {
    throw new Error(`readdirp: Invalid type passed. Use one of ${ALL_TYPES.join(", ")}`);
  }
  const opts = { ...options, root };
  if (type)
    opts.type = type;
  return new ReaddirpStream(opts);
}

// node_modules/chokidar/handler.js
import { watch as fs_watch, unwatchFile, watchFile } from "node:fs";
import { realpath as fsrealpath, lstat as lstat2, open, stat as stat2 } from "node:fs/promises";
import { type as osType } from "node:os";
import * as sp from "node:path";
var STR_DATA = "data";
var STR_END = "end";
var STR_CLOSE = "close";
var EMPTY_FN = () => {
};
var pl = process.platform;
var isWindows = pl === "win32";
var isMacos = pl === "darwin";
var isLinux = pl === "linux";
var isFreeBSD = pl === "freebsd";
var isIBMi = osType() === "OS400";
var EVENTS = {
  ALL: "all",
  READY: "ready",
  ADD: "add",
  CHANGE: "change",
  ADD_DIR: "addDir",
  UNLINK: "unlink",
  UNLINK_DIR: "unlinkDir",
  RAW: "raw",
  ERROR: "error"
};
var EV = EVENTS;
var THROTTLE_MODE_WATCH = "watch";
var statMethods = { lstat: lstat2, stat: stat2 };
var KEY_LISTENERS = "listeners";
var KEY_ERR = "errHandlers";
var KEY_RAW = "rawEmitters";
var HANDLER_KEYS = [KEY_LISTENERS, KEY_ERR, KEY_RAW];
var binaryExtensions = /* @__PURE__ */ new Set([
  "3dm",
  "3ds",
  "3g2",
  "3gp",
  "7z",
  "a",
  "aac",
  "adp",
  "afdesign",
  "afphoto",
  "afpub",
  "ai",
  "aif",
  "aiff",
  "alz",
  "ape",
  "apk",
  "appimage",
  "ar",
  "arj",
  "asf",
  "au",
  "avi",
  "bak",
  "baml",
  "bh",
  "bin",
  "bk",
  "bmp",
  "btif",
  "bz2",
  "bzip2",
  "cab",
  "caf",
  "cgm",
  "class",
  "cmx",
  "cpio",
  "cr2",
  "cur",
  "dat",
  "dcm",
  "deb",
  "dex",
  "djvu",
  "dll",
  "dmg",
  "dng",
  "doc",
  "docm",
  "docx",
  "dot",
  "dotm",
  "dra",
  "DS_Store",
  "dsk",
  "dts",
  "dtshd",
  "dvb",
  "dwg",
  "dxf",
  "ecelp4800",
  "ecelp7470",
  "ecelp9600",
  "egg",
  "eol",
  "eot",
  "epub",
  "exe",
  "f4v",
  "fbs",
  "fh",
  "fla",
  "flac",
  "flatpak",
  "fli",
  "flv",
  "fpx",
  "fst",
  "fvt",
  "g3",
  "gh",
  "gif",
  "graffle",
  "gz",
  "gzip",
  "h261",
  "h263",
  "h264",
  "icns",
  "ico",
  "ief",
  "img",
  "ipa",
  "iso",
  "jar",
  "jpeg",
  "jpg",
  "jpgv",
  "jpm",
  "jxr",
  "key",
  "ktx",
  "lha",
  "lib",
  "lvp",
  "lz",
  "lzh",
  "lzma",
  "lzo",
  "m3u",
  "m4a",
  "m4v",
  "mar",
  "mdi",
  "mht",
  "mid",
  "midi",
  "mj2",
  "mka",
  "mkv",
  "mmr",
  "mng",
  "mobi",
  "mov",
  "movie",
  "mp3",
  "mp4",
  "mp4a",
  "mpeg",
  "mpg",
  "mpga",
  "mxu",
  "nef",
  "npx",
  "numbers",
  "nupkg",
  "o",
  "odp",
  "ods",
  "odt",
  "oga",
  "ogg",
  "ogv",
  "otf",
  "ott",
  "pages",
  "pbm",
  "pcx",
  "pdb",
  "pdf",
  "pea",
  "pgm",
  "pic",
  "png",
  "pnm",
  "pot",
  "potm",
  "potx",
  "ppa",
  "ppam",
  "ppm",
  "pps",
  "ppsm",
  "ppsx",
  "ppt",
  "pptm",
  "pptx",
  "psd",
  "pya",
  "pyc",
  "pyo",
  "pyv",
  "qt",
  "rar",
  "ras",
  "raw",
  "resources",
  "rgb",
  "rip",
  "rlc",
  "rmf",
  "rmvb",
  "rpm",
  "rtf",
  "rz",
  "s3m",
  "s7z",
  "scpt",
  "sgi",
  "shar",
  "snap",
  "sil",
  "sketch",
  "slk",
  "smv",
  "snk",
  "so",
  "stl",
  "suo",
  "sub",
  "swf",
  "tar",
  "tbz",
  "tbz2",
  "tga",
  "tgz",
  "thmx",
  "tif",
  "tiff",
  "tlz",
  "ttc",
  "ttf",
  "txz",
  "udf",
  "uvh",
  "uvi",
  "uvm",
  "uvp",
  "uvs",
  "uvu",
  "viv",
  "vob",
  "war",
  "wav",
  "wax",
  "wbmp",
  "wdp",
  "weba",
  "webm",
  "webp",
  "whl",
  "wim",
  "wm",
  "wma",
  "wmv",
  "wmx",
  "woff",
  "woff2",
  "wrm",
  "wvx",
  "xbm",
  "xif",
  "xla",
  "xlam",
  "xls",
  "xlsb",
  "xlsm",
  "xlsx",
  "xlt",
  "xltm",
  "xltx",
  "xm",
  "xmind",
  "xpi",
  "xpm",
  "xwd",
  "xz",
  "z",
  "zip",
  "zipx"
]);
var isBinaryPath = (filePath) => binaryExtensions.has(sp.extname(filePath).slice(1).toLowerCase());
var foreach = (val, fn) => {
  if (val instanceof Set) {
    val.forEach(fn);
  } else {
    fn(val);
  }
};
var addAndConvert = (main, prop, item) => {
  let container = main[prop];
  if (!(container instanceof Set)) {
    main[prop] = container = /* @__PURE__ */ new Set([container]);
  }
  container.add(item);
};
var clearItem = (cont) => (key) => {
  const set = cont[key];
  if (set instanceof Set) {
    set.clear();
  } else {
    delete cont[key];
  }
};
var delFromSet = (main, prop, item) => {
  const container = main[prop];
  if (container instanceof Set) {
    container.delete(item);
  } else if (container === item) {
    delete main[prop];
  }
};
var isEmptySet = (val) => val instanceof Set ? val.size === 0 : !val;
var FsWatchInstances = /* @__PURE__ */ new Map();
function createFsWatchInstance(path, options, listener, errHandler, emitRaw) {
  const handleEvent = (rawEvent, evPath) => {
    listener(path);
    emitRaw(rawEvent, evPath, { watchedPath: path });
    if (evPath && path !== evPath) {
      fsWatchBroadcast(sp.resolve(path, evPath), KEY_LISTENERS, sp.join(path, evPath));
    }
  };
  try {
    return fs_watch(path, {
      persistent: options.persistent
    }, handleEvent);
  } catch (error) {
    errHandler(error);
    return void 0;
  }
}
var fsWatchBroadcast = (fullPath, listenerType, val1, val2, val3) => {
  const cont = FsWatchInstances.get(fullPath);
  if (!cont)
    return;
  foreach(cont[listenerType], (listener) => {
    listener(val1, val2, val3);
  });
};
var setFsWatchListener = (path, fullPath, options, handlers) => {
  const { listener, errHandler, rawEmitter } = handlers;
  let cont = FsWatchInstances.get(fullPath);
  let watcher;
  if (!options.persistent) {
    watcher = createFsWatchInstance(path, options, listener, errHandler, rawEmitter);
    if (!watcher)
      return;
    return watcher.close.bind(watcher);
  }
  if (cont) {
    addAndConvert(cont, KEY_LISTENERS, listener);
    addAndConvert(cont, KEY_ERR, errHandler);
    addAndConvert(cont, KEY_RAW, rawEmitter);
  } else {
    watcher = createFsWatchInstance(
      path,
      options,
      fsWatchBroadcast.bind(null, fullPath, KEY_LISTENERS),
      errHandler,
      // no need to use broadcast here
      fsWatchBroadcast.bind(null, fullPath, KEY_RAW)
    );
    if (!watcher)
      return;
    watcher.on(EV.ERROR, async (error) => {
      const broadcastErr = fsWatchBroadcast.bind(null, fullPath, KEY_ERR);
      if (cont)
        cont.watcherUnusable = true;
      if (isWindows && error.code === "EPERM") {
        try {
          const fd = await open(path, "r");
          await fd.close();
          broadcastErr(error);
        } catch (err) {
        }
      } else {
        broadcastErr(error);
      }
    });
    cont = {
      listeners: listener,
      errHandlers: errHandler,
      rawEmitters: rawEmitter,
      watcher
    };
    FsWatchInstances.set(fullPath, cont);
  }
  return () => {
    delFromSet(cont, KEY_LISTENERS, listener);
    delFromSet(cont, KEY_ERR, errHandler);
    delFromSet(cont, KEY_RAW, rawEmitter);
    if (isEmptySet(cont.listeners)) {
      cont.watcher.close();
      FsWatchInstances.delete(fullPath);
      HANDLER_KEYS.forEach(clearItem(cont));
      cont.watcher = void 0;
      Object.freeze(cont);
    }
  };
};
var FsWatchFileInstances = /* @__PURE__ */ new Map();
var setFsWatchFileListener = (path, fullPath, options, handlers) => {
  const { listener, rawEmitter } = handlers;
  let cont = FsWatchFileInstances.get(fullPath);
  const copts = cont && cont.options;
  if (copts && (copts.persistent < options.persistent || copts.interval > options.interval)) {
    unwatchFile(fullPath);
    cont = void 0;
  }
  if (cont) {
    addAndConvert(cont, KEY_LISTENERS, listener);
    addAndConvert(cont, KEY_RAW, rawEmitter);
  } else {
    cont = {
      listeners: listener,
      rawEmitters: rawEmitter,
      options,
      watcher: watchFile(fullPath, options, (curr, prev) => {
        foreach(cont.rawEmitters, (rawEmitter2) => {
          rawEmitter2(EV.CHANGE, fullPath, { curr, prev });
        });
        const currmtime = curr.mtimeMs;
        if (curr.size !== prev.size || currmtime > prev.mtimeMs || currmtime === 0) {
          foreach(cont.listeners, (listener2) => listener2(path, curr));
        }
      })
    };
    FsWatchFileInstances.set(fullPath, cont);
  }
  return () => {
    delFromSet(cont, KEY_LISTENERS, listener);
    delFromSet(cont, KEY_RAW, rawEmitter);
    if (isEmptySet(cont.listeners)) {
      FsWatchFileInstances.delete(fullPath);
      unwatchFile(fullPath);
      cont.options = cont.watcher = void 0;
      Object.freeze(cont);
    }
  };
};
var NodeFsHandler = class {
  fsw;
  _boundHandleError;
  constructor(fsW) {
    this.fsw = fsW;
    this._boundHandleError = (error) => fsW._handleError(error);
  }
  /**
   * Watch file for changes with fs_watchFile or fs_watch.
   * @param path to file or dir
   * @param listener on fs change
   * @returns closer for the watcher instance
   */
  _watchWithNodeFs(path, listener) {
    const opts = this.fsw.options;
    const directory = sp.dirname(path);
    const basename4 = sp.basename(path);
    const parent = this.fsw._getWatchedDir(directory);
    parent.add(basename4);
    const absolutePath = sp.resolve(path);
    const options = {
      persistent: opts.persistent
    };
    if (!listener)
      listener = EMPTY_FN;
    let closer;
    if (opts.usePolling) {
      const enableBin = opts.interval !== opts.binaryInterval;
      options.interval = enableBin && isBinaryPath(basename4) ? opts.binaryInterval : opts.interval;
      closer = setFsWatchFileListener(path, absolutePath, options, {
        listener,
        rawEmitter: this.fsw._emitRaw
      });
    } else {
      closer = setFsWatchListener(path, absolutePath, options, {
        listener,
        errHandler: this._boundHandleError,
        rawEmitter: this.fsw._emitRaw
      });
    }
    return closer;
  }
  /**
   * Watch a file and emit add event if warranted.
   * @returns closer for the watcher instance
   */
  _handleFile(file, stats, initialAdd) {
    if (this.fsw.closed) {
      return;
    }
    const dirname4 = sp.dirname(file);
    const basename4 = sp.basename(file);
    const parent = this.fsw._getWatchedDir(dirname4);
    let prevStats = stats;
    if (parent.has(basename4))
      return;
    const listener = async (path, newStats) => {
      if (!this.fsw._throttle(THROTTLE_MODE_WATCH, file, 5))
        return;
      if (!newStats || newStats.mtimeMs === 0) {
        try {
          const newStats2 = await stat2(file);
          if (this.fsw.closed)
            return;
          const at = newStats2.atimeMs;
          const mt = newStats2.mtimeMs;
          if (!at || at <= mt || mt !== prevStats.mtimeMs) {
            this.fsw._emit(EV.CHANGE, file, newStats2);
          }
          if ((isMacos || isLinux || isFreeBSD) && prevStats.ino !== newStats2.ino) {
            this.fsw._closeFile(path);
            prevStats = newStats2;
            const closer2 = this._watchWithNodeFs(file, listener);
            if (closer2)
              this.fsw._addPathCloser(path, closer2);
          } else {
            prevStats = newStats2;
          }
        } catch (error) {
          this.fsw._remove(dirname4, basename4);
        }
      } else if (parent.has(basename4)) {
        const at = newStats.atimeMs;
        const mt = newStats.mtimeMs;
        if (!at || at <= mt || mt !== prevStats.mtimeMs) {
          this.fsw._emit(EV.CHANGE, file, newStats);
        }
        prevStats = newStats;
      }
    };
    const closer = this._watchWithNodeFs(file, listener);
    if (!(initialAdd && this.fsw.options.ignoreInitial) && this.fsw._isntIgnored(file)) {
      if (!this.fsw._throttle(EV.ADD, file, 0))
        return;
      this.fsw._emit(EV.ADD, file, stats);
    }
    return closer;
  }
  /**
   * Handle symlinks encountered while reading a dir.
   * @param entry returned by readdirp
   * @param directory path of dir being read
   * @param path of this item
   * @param item basename of this item
   * @returns true if no more processing is needed for this entry.
   */
  async _handleSymlink(entry, directory, path, item) {
    if (this.fsw.closed) {
      return;
    }
    const full = entry.fullPath;
    const dir2 = this.fsw._getWatchedDir(directory);
    if (!this.fsw.options.followSymlinks) {
      this.fsw._incrReadyCount();
      let linkPath;
      try {
        linkPath = await fsrealpath(path);
      } catch (e) {
        this.fsw._emitReady();
        return true;
      }
      if (this.fsw.closed)
        return;
      if (dir2.has(item)) {
        if (this.fsw._symlinkPaths.get(full) !== linkPath) {
          this.fsw._symlinkPaths.set(full, linkPath);
          this.fsw._emit(EV.CHANGE, path, entry.stats);
        }
      } else {
        dir2.add(item);
        this.fsw._symlinkPaths.set(full, linkPath);
        this.fsw._emit(EV.ADD, path, entry.stats);
      }
      this.fsw._emitReady();
      return true;
    }
    if (this.fsw._symlinkPaths.has(full)) {
      return true;
    }
    this.fsw._symlinkPaths.set(full, true);
  }
  _handleRead(directory, initialAdd, wh, target, dir2, depth, throttler) {
    directory = sp.join(directory, "");
    const throttleKey = target ? `${directory}:${target}` : directory;
    throttler = this.fsw._throttle("readdir", throttleKey, 1e3);
    if (!throttler)
      return;
    const previous = this.fsw._getWatchedDir(wh.path);
    const current = /* @__PURE__ */ new Set();
    let stream = this.fsw._readdirp(directory, {
      fileFilter: (entry) => wh.filterPath(entry),
      directoryFilter: (entry) => wh.filterDir(entry)
    });
    if (!stream)
      return;
    stream.on(STR_DATA, async (entry) => {
      if (this.fsw.closed) {
        stream = void 0;
        return;
      }
      const item = entry.path;
      let path = sp.join(directory, item);
      current.add(item);
      if (entry.stats.isSymbolicLink() && await this._handleSymlink(entry, directory, path, item)) {
        return;
      }
      if (this.fsw.closed) {
        stream = void 0;
        return;
      }
      if (item === target || !target && !previous.has(item)) {
        this.fsw._incrReadyCount();
        path = sp.join(dir2, sp.relative(dir2, path));
        this._addToNodeFs(path, initialAdd, wh, depth + 1);
      }
    }).on(EV.ERROR, this._boundHandleError);
    return new Promise((resolve4, reject) => {
      if (!stream)
        return reject();
      stream.once(STR_END, () => {
        if (this.fsw.closed) {
          stream = void 0;
          return;
        }
        const wasThrottled = throttler ? throttler.clear() : false;
        resolve4(void 0);
        previous.getChildren().filter((item) => {
          return item !== directory && !current.has(item);
        }).forEach((item) => {
          this.fsw._remove(directory, item);
        });
        stream = void 0;
        if (wasThrottled)
          this._handleRead(directory, false, wh, target, dir2, depth, throttler);
      });
    });
  }
  /**
   * Read directory to add / remove files from `@watched` list and re-read it on change.
   * @param dir fs path
   * @param stats
   * @param initialAdd
   * @param depth relative to user-supplied path
   * @param target child path targeted for watch
   * @param wh Common watch helpers for this path
   * @param realpath
   * @returns closer for the watcher instance.
   */
  async _handleDir(dir2, stats, initialAdd, depth, target, wh, realpath2) {
    const parentDir = this.fsw._getWatchedDir(sp.dirname(dir2));
    const tracked = parentDir.has(sp.basename(dir2));
    if (!(initialAdd && this.fsw.options.ignoreInitial) && !target && !tracked) {
      this.fsw._emit(EV.ADD_DIR, dir2, stats);
    }
    parentDir.add(sp.basename(dir2));
    this.fsw._getWatchedDir(dir2);
    let throttler;
    let closer;
    const oDepth = this.fsw.options.depth;
    if ((oDepth == null || depth <= oDepth) && !this.fsw._symlinkPaths.has(realpath2)) {
      if (!target) {
        await this._handleRead(dir2, initialAdd, wh, target, dir2, depth, throttler);
        if (this.fsw.closed)
          return;
      }
      closer = this._watchWithNodeFs(dir2, (dirPath, stats2) => {
        if (stats2 && stats2.mtimeMs === 0)
          return;
        this._handleRead(dirPath, false, wh, target, dir2, depth, throttler);
      });
    }
    return closer;
  }
  /**
   * Handle added file, directory, or glob pattern.
   * Delegates call to _handleFile / _handleDir after checks.
   * @param path to file or ir
   * @param initialAdd was the file added at watch instantiation?
   * @param priorWh depth relative to user-supplied path
   * @param depth Child path actually targeted for watch
   * @param target Child path actually targeted for watch
   */
  async _addToNodeFs(path, initialAdd, priorWh, depth, target) {
    const ready = this.fsw._emitReady;
    if (this.fsw._isIgnored(path) || this.fsw.closed) {
      ready();
      return false;
    }
    const wh = this.fsw._getWatchHelpers(path);
    if (priorWh) {
      wh.filterPath = (entry) => priorWh.filterPath(entry);
      wh.filterDir = (entry) => priorWh.filterDir(entry);
    }
    try {
      const stats = await statMethods[wh.statMethod](wh.watchPath);
      if (this.fsw.closed)
        return;
      if (this.fsw._isIgnored(wh.watchPath, stats)) {
        ready();
        return false;
      }
      const follow = this.fsw.options.followSymlinks;
      let closer;
      if (stats.isDirectory()) {
        const absPath = sp.resolve(path);
        const targetPath = follow ? await fsrealpath(path) : path;
        if (this.fsw.closed)
          return;
        closer = await this._handleDir(wh.watchPath, stats, initialAdd, depth, target, wh, targetPath);
        if (this.fsw.closed)
          return;
        if (absPath !== targetPath && targetPath !== void 0) {
          this.fsw._symlinkPaths.set(absPath, targetPath);
        }
      } else if (stats.isSymbolicLink()) {
        const targetPath = follow ? await fsrealpath(path) : path;
        if (this.fsw.closed)
          return;
        const parent = sp.dirname(wh.watchPath);
        this.fsw._getWatchedDir(parent).add(wh.watchPath);
        this.fsw._emit(EV.ADD, wh.watchPath, stats);
        closer = await this._handleDir(parent, stats, initialAdd, depth, path, wh, targetPath);
        if (this.fsw.closed)
          return;
        if (targetPath !== void 0) {
          this.fsw._symlinkPaths.set(sp.resolve(path), targetPath);
        }
      } else {
        closer = this._handleFile(wh.watchPath, stats, initialAdd);
      }
      ready();
      if (closer)
        this.fsw._addPathCloser(path, closer);
      return false;
    } catch (error) {
      if (this.fsw._handleError(error)) {
        ready();
        return path;
      }
    }
  }
};

// node_modules/chokidar/index.js
var SLASH = "/";
var SLASH_SLASH = "//";
var ONE_DOT = ".";
var TWO_DOTS = "..";
var STRING_TYPE = "string";
var BACK_SLASH_RE = /\\/g;
var DOUBLE_SLASH_RE = /\/\//g;
var DOT_RE = /\..*\.(sw[px])$|~$|\.subl.*\.tmp/;
var REPLACER_RE = /^\.[/\\]/;
function arrify(item) {
  return Array.isArray(item) ? item : [item];
}
var isMatcherObject = (matcher) => typeof matcher === "object" && matcher !== null && !(matcher instanceof RegExp);
function createPattern(matcher) {
  if (typeof matcher === "function")
    return matcher;
  if (typeof matcher === "string")
    return (string) => matcher === string;
  if (matcher instanceof RegExp)
    return (string) => matcher.test(string);
  if (typeof matcher === "object" && matcher !== null) {
    return (string) => {
      if (matcher.path === string)
        return true;
      if (matcher.recursive) {
        const relative5 = sp2.relative(matcher.path, string);
        if (!relative5) {
          return false;
        }
        return !relative5.startsWith("..") && !sp2.isAbsolute(relative5);
      }
      return false;
    };
  }
  return () => false;
}
function normalizePath(path) {
  if (typeof path !== "string")
    throw new Error("string expected");
  path = sp2.normalize(path);
  path = path.replace(/\\/g, "/");
  let prepend = false;
  if (path.startsWith("//"))
    prepend = true;
  path = path.replace(DOUBLE_SLASH_RE, "/");
  if (prepend)
    path = "/" + path;
  return path;
}
function matchPatterns(patterns, testString, stats) {
  const path = normalizePath(testString);
  for (let index2 = 0; index2 < patterns.length; index2++) {
    const pattern = patterns[index2];
    if (pattern(path, stats)) {
      return true;
    }
  }
  return false;
}
function anymatch(matchers, testString) {
  if (matchers == null) {
    throw new TypeError("anymatch: specify first argument");
  }
  const matchersArray = arrify(matchers);
  const patterns = matchersArray.map((matcher) => createPattern(matcher));
  if (testString == null) {
    return (testString2, stats) => {
      return matchPatterns(patterns, testString2, stats);
    };
  }
  return matchPatterns(patterns, testString);
}
var unifyPaths = (paths_) => {
  const paths = arrify(paths_).flat();
  if (!paths.every((p2) => typeof p2 === STRING_TYPE)) {
    throw new TypeError(`Non-string provided as watch path: ${paths}`);
  }
  return paths.map(normalizePathToUnix);
};
var toUnix = (string) => {
  let str = string.replace(BACK_SLASH_RE, SLASH);
  let prepend = false;
  if (str.startsWith(SLASH_SLASH)) {
    prepend = true;
  }
  str = str.replace(DOUBLE_SLASH_RE, SLASH);
  if (prepend) {
    str = SLASH + str;
  }
  return str;
};
var normalizePathToUnix = (path) => toUnix(sp2.normalize(toUnix(path)));
var normalizeIgnored = (cwd = "") => (path) => {
  if (typeof path === "string") {
    return normalizePathToUnix(sp2.isAbsolute(path) ? path : sp2.join(cwd, path));
  } else {
    return path;
  }
};
var getAbsolutePath = (path, cwd) => {
  if (sp2.isAbsolute(path)) {
    return path;
  }
  return sp2.join(cwd, path);
};
var EMPTY_SET = Object.freeze(/* @__PURE__ */ new Set());
var DirEntry = class {
  path;
  _removeWatcher;
  items;
  constructor(dir2, removeWatcher) {
    this.path = dir2;
    this._removeWatcher = removeWatcher;
    this.items = /* @__PURE__ */ new Set();
  }
  add(item) {
    const { items } = this;
    if (!items)
      return;
    if (item !== ONE_DOT && item !== TWO_DOTS)
      items.add(item);
  }
  async remove(item) {
    const { items } = this;
    if (!items)
      return;
    items.delete(item);
    if (items.size > 0)
      return;
    const dir2 = this.path;
    try {
      await readdir2(dir2);
    } catch (err) {
      if (this._removeWatcher) {
        this._removeWatcher(sp2.dirname(dir2), sp2.basename(dir2));
      }
    }
  }
  has(item) {
    const { items } = this;
    if (!items)
      return;
    return items.has(item);
  }
  getChildren() {
    const { items } = this;
    if (!items)
      return [];
    return [...items.values()];
  }
  dispose() {
    this.items.clear();
    this.path = "";
    this._removeWatcher = EMPTY_FN;
    this.items = EMPTY_SET;
    Object.freeze(this);
  }
};
var STAT_METHOD_F = "stat";
var STAT_METHOD_L = "lstat";
var WatchHelper = class {
  fsw;
  path;
  watchPath;
  fullWatchPath;
  dirParts;
  followSymlinks;
  statMethod;
  constructor(path, follow, fsw) {
    this.fsw = fsw;
    const watchPath = path;
    this.path = path = path.replace(REPLACER_RE, "");
    this.watchPath = watchPath;
    this.fullWatchPath = sp2.resolve(watchPath);
    this.dirParts = [];
    this.dirParts.forEach((parts) => {
      if (parts.length > 1)
        parts.pop();
    });
    this.followSymlinks = follow;
    this.statMethod = follow ? STAT_METHOD_F : STAT_METHOD_L;
  }
  entryPath(entry) {
    return sp2.join(this.watchPath, sp2.relative(this.watchPath, entry.fullPath));
  }
  filterPath(entry) {
    const { stats } = entry;
    if (stats && stats.isSymbolicLink())
      return this.filterDir(entry);
    const resolvedPath = this.entryPath(entry);
    return this.fsw._isntIgnored(resolvedPath, stats) && this.fsw._hasReadPermissions(stats);
  }
  filterDir(entry) {
    return this.fsw._isntIgnored(this.entryPath(entry), entry.stats);
  }
};
var FSWatcher = class extends EventEmitter {
  closed;
  options;
  _closers;
  _ignoredPaths;
  _throttled;
  _streams;
  _symlinkPaths;
  _watched;
  _pendingWrites;
  _pendingUnlinks;
  _readyCount;
  _emitReady;
  _closePromise;
  _userIgnored;
  _readyEmitted;
  _emitRaw;
  _boundRemove;
  _nodeFsHandler;
  // Not indenting methods for history sake; for now.
  constructor(_opts = {}) {
    super();
    this.closed = false;
    this._closers = /* @__PURE__ */ new Map();
    this._ignoredPaths = /* @__PURE__ */ new Set();
    this._throttled = /* @__PURE__ */ new Map();
    this._streams = /* @__PURE__ */ new Set();
    this._symlinkPaths = /* @__PURE__ */ new Map();
    this._watched = /* @__PURE__ */ new Map();
    this._pendingWrites = /* @__PURE__ */ new Map();
    this._pendingUnlinks = /* @__PURE__ */ new Map();
    this._readyCount = 0;
    this._readyEmitted = false;
    const awf = _opts.awaitWriteFinish;
    const DEF_AWF = { stabilityThreshold: 2e3, pollInterval: 100 };
    const opts = {
      // Defaults
      persistent: true,
      ignoreInitial: false,
      ignorePermissionErrors: false,
      interval: 100,
      binaryInterval: 300,
      followSymlinks: true,
      usePolling: false,
      // useAsync: false,
      atomic: true,
      // NOTE: overwritten later (depends on usePolling)
      ..._opts,
      // Change format
      ignored: _opts.ignored ? arrify(_opts.ignored) : arrify([]),
      awaitWriteFinish: awf === true ? DEF_AWF : typeof awf === "object" ? { ...DEF_AWF, ...awf } : false
    };
    if (isIBMi)
      opts.usePolling = true;
    if (opts.atomic === void 0)
      opts.atomic = !opts.usePolling;
    const envPoll = process.env.CHOKIDAR_USEPOLLING;
    if (envPoll !== void 0) {
      const envLower = envPoll.toLowerCase();
      if (envLower === "false" || envLower === "0")
        opts.usePolling = false;
      else if (envLower === "true" || envLower === "1")
        opts.usePolling = true;
      else
        opts.usePolling = !!envLower;
    }
    const envInterval = process.env.CHOKIDAR_INTERVAL;
    if (envInterval)
      opts.interval = Number.parseInt(envInterval, 10);
    let readyCalls = 0;
    this._emitReady = () => {
      readyCalls++;
      if (readyCalls >= this._readyCount) {
        this._emitReady = EMPTY_FN;
        this._readyEmitted = true;
        process.nextTick(() => this.emit(EVENTS.READY));
      }
    };
    this._emitRaw = (...args) => this.emit(EVENTS.RAW, ...args);
    this._boundRemove = this._remove.bind(this);
    this.options = opts;
    this._nodeFsHandler = new NodeFsHandler(this);
    Object.freeze(opts);
  }
  _addIgnoredPath(matcher) {
    if (isMatcherObject(matcher)) {
      for (const ignored of this._ignoredPaths) {
        if (isMatcherObject(ignored) && ignored.path === matcher.path && ignored.recursive === matcher.recursive) {
          return;
        }
      }
    }
    this._ignoredPaths.add(matcher);
  }
  _removeIgnoredPath(matcher) {
    this._ignoredPaths.delete(matcher);
    if (typeof matcher === "string") {
      for (const ignored of this._ignoredPaths) {
        if (isMatcherObject(ignored) && ignored.path === matcher) {
          this._ignoredPaths.delete(ignored);
        }
      }
    }
  }
  // Public methods
  /**
   * Adds paths to be watched on an existing FSWatcher instance.
   * @param paths_ file or file list. Other arguments are unused
   */
  add(paths_, _origAdd, _internal) {
    const { cwd } = this.options;
    this.closed = false;
    this._closePromise = void 0;
    let paths = unifyPaths(paths_);
    if (cwd) {
      paths = paths.map((path) => {
        const absPath = getAbsolutePath(path, cwd);
        return absPath;
      });
    }
    paths.forEach((path) => {
      this._removeIgnoredPath(path);
    });
    this._userIgnored = void 0;
    if (!this._readyCount)
      this._readyCount = 0;
    this._readyCount += paths.length;
    Promise.all(paths.map(async (path) => {
      const res = await this._nodeFsHandler._addToNodeFs(path, !_internal, void 0, 0, _origAdd);
      if (res)
        this._emitReady();
      return res;
    })).then((results) => {
      if (this.closed)
        return;
      results.forEach((item) => {
        if (item)
          this.add(sp2.dirname(item), sp2.basename(_origAdd || item));
      });
    });
    return this;
  }
  /**
   * Close watchers or start ignoring events from specified paths.
   */
  unwatch(paths_) {
    if (this.closed)
      return this;
    const paths = unifyPaths(paths_);
    const { cwd } = this.options;
    paths.forEach((path) => {
      if (!sp2.isAbsolute(path) && !this._closers.has(path)) {
        if (cwd)
          path = sp2.join(cwd, path);
        path = sp2.resolve(path);
      }
      this._closePath(path);
      this._addIgnoredPath(path);
      if (this._watched.has(path)) {
        this._addIgnoredPath({
          path,
          recursive: true
        });
      }
      this._userIgnored = void 0;
    });
    return this;
  }
  /**
   * Close watchers and remove all listeners from watched paths.
   */
  close() {
    if (this._closePromise) {
      return this._closePromise;
    }
    this.closed = true;
    this.removeAllListeners();
    const closers = [];
    this._closers.forEach((closerList) => closerList.forEach((closer) => {
      const promise = closer();
      if (promise instanceof Promise)
        closers.push(promise);
    }));
    this._streams.forEach((stream) => stream.destroy());
    this._userIgnored = void 0;
    this._readyCount = 0;
    this._readyEmitted = false;
    this._watched.forEach((dirent) => dirent.dispose());
    this._closers.clear();
    this._watched.clear();
    this._streams.clear();
    this._symlinkPaths.clear();
    this._throttled.clear();
    this._closePromise = closers.length ? Promise.all(closers).then(() => void 0) : Promise.resolve();
    return this._closePromise;
  }
  /**
   * Expose list of watched paths
   * @returns for chaining
   */
  getWatched() {
    const watchList = {};
    this._watched.forEach((entry, dir2) => {
      const key = this.options.cwd ? sp2.relative(this.options.cwd, dir2) : dir2;
      const index2 = key || ONE_DOT;
      watchList[index2] = entry.getChildren().sort();
    });
    return watchList;
  }
  emitWithAll(event, args) {
    this.emit(event, ...args);
    if (event !== EVENTS.ERROR)
      this.emit(EVENTS.ALL, event, ...args);
  }
  // Common helpers
  // --------------
  /**
   * Normalize and emit events.
   * Calling _emit DOES NOT MEAN emit() would be called!
   * @param event Type of event
   * @param path File or directory path
   * @param stats arguments to be passed with event
   * @returns the error if defined, otherwise the value of the FSWatcher instance's `closed` flag
   */
  async _emit(event, path, stats) {
    if (this.closed)
      return;
    const opts = this.options;
    if (isWindows)
      path = sp2.normalize(path);
    if (opts.cwd)
      path = sp2.relative(opts.cwd, path);
    const args = [path];
    if (stats != null)
      args.push(stats);
    const awf = opts.awaitWriteFinish;
    let pw;
    if (awf && (pw = this._pendingWrites.get(path))) {
      pw.lastChange = /* @__PURE__ */ new Date();
      return this;
    }
    if (opts.atomic) {
      if (event === EVENTS.UNLINK) {
        this._pendingUnlinks.set(path, [event, ...args]);
        setTimeout(() => {
          this._pendingUnlinks.forEach((entry, path2) => {
            this.emit(...entry);
            this.emit(EVENTS.ALL, ...entry);
            this._pendingUnlinks.delete(path2);
          });
        }, typeof opts.atomic === "number" ? opts.atomic : 100);
        return this;
      }
      if (event === EVENTS.ADD && this._pendingUnlinks.has(path)) {
        event = EVENTS.CHANGE;
        this._pendingUnlinks.delete(path);
      }
    }
    if (awf && (event === EVENTS.ADD || event === EVENTS.CHANGE) && this._readyEmitted) {
      const awfEmit = (err, stats2) => {
        if (err) {
          event = EVENTS.ERROR;
          args[0] = err;
          this.emitWithAll(event, args);
        } else if (stats2) {
          if (args.length > 1) {
            args[1] = stats2;
          } else {
            args.push(stats2);
          }
          this.emitWithAll(event, args);
        }
      };
      this._awaitWriteFinish(path, awf.stabilityThreshold, event, awfEmit);
      return this;
    }
    if (event === EVENTS.CHANGE) {
      const isThrottled = !this._throttle(EVENTS.CHANGE, path, 50);
      if (isThrottled)
        return this;
    }
    if (opts.alwaysStat && stats === void 0 && (event === EVENTS.ADD || event === EVENTS.ADD_DIR || event === EVENTS.CHANGE)) {
      const fullPath = opts.cwd ? sp2.join(opts.cwd, path) : path;
      let stats2;
      try {
        stats2 = await stat3(fullPath);
      } catch (err) {
      }
      if (!stats2 || this.closed)
        return;
      args.push(stats2);
    }
    this.emitWithAll(event, args);
    return this;
  }
  /**
   * Common handler for errors
   * @returns The error if defined, otherwise the value of the FSWatcher instance's `closed` flag
   */
  _handleError(error) {
    const code = error && error.code;
    if (error && code !== "ENOENT" && code !== "ENOTDIR" && (!this.options.ignorePermissionErrors || code !== "EPERM" && code !== "EACCES")) {
      this.emit(EVENTS.ERROR, error);
    }
    return error || this.closed;
  }
  /**
   * Helper utility for throttling
   * @param actionType type being throttled
   * @param path being acted upon
   * @param timeout duration of time to suppress duplicate actions
   * @returns tracking object or false if action should be suppressed
   */
  _throttle(actionType, path, timeout) {
    if (!this._throttled.has(actionType)) {
      this._throttled.set(actionType, /* @__PURE__ */ new Map());
    }
    const action = this._throttled.get(actionType);
    if (!action)
      throw new Error("invalid throttle");
    const actionPath = action.get(path);
    if (actionPath) {
      actionPath.count++;
      return false;
    }
    let timeoutObject;
    const clear = () => {
      const item = action.get(path);
      const count2 = item ? item.count : 0;
      action.delete(path);
      clearTimeout(timeoutObject);
      if (item)
        clearTimeout(item.timeoutObject);
      return count2;
    };
    timeoutObject = setTimeout(clear, timeout);
    const thr = { timeoutObject, clear, count: 0 };
    action.set(path, thr);
    return thr;
  }
  _incrReadyCount() {
    return this._readyCount++;
  }
  /**
   * Awaits write operation to finish.
   * Polls a newly created file for size variations. When files size does not change for 'threshold' milliseconds calls callback.
   * @param path being acted upon
   * @param threshold Time in milliseconds a file size must be fixed before acknowledging write OP is finished
   * @param event
   * @param awfEmit Callback to be called when ready for event to be emitted.
   */
  _awaitWriteFinish(path, threshold, event, awfEmit) {
    const awf = this.options.awaitWriteFinish;
    if (typeof awf !== "object")
      return;
    const pollInterval = awf.pollInterval;
    let timeoutHandler;
    let fullPath = path;
    if (this.options.cwd && !sp2.isAbsolute(path)) {
      fullPath = sp2.join(this.options.cwd, path);
    }
    const now = /* @__PURE__ */ new Date();
    const writes = this._pendingWrites;
    function awaitWriteFinishFn(prevStat) {
      statcb(fullPath, (err, curStat) => {
        if (err || !writes.has(path)) {
          if (err && err.code !== "ENOENT")
            awfEmit(err);
          return;
        }
        const now2 = Number(/* @__PURE__ */ new Date());
        if (prevStat && curStat.size !== prevStat.size) {
          writes.get(path).lastChange = now2;
        }
        const pw = writes.get(path);
        const df = now2 - pw.lastChange;
        if (df >= threshold) {
          writes.delete(path);
          awfEmit(void 0, curStat);
        } else {
          timeoutHandler = setTimeout(awaitWriteFinishFn, pollInterval, curStat);
        }
      });
    }
    if (!writes.has(path)) {
      writes.set(path, {
        lastChange: now,
        cancelWait: () => {
          writes.delete(path);
          clearTimeout(timeoutHandler);
          return event;
        }
      });
      timeoutHandler = setTimeout(awaitWriteFinishFn, pollInterval);
    }
  }
  /**
   * Determines whether user has asked to ignore this path.
   */
  _isIgnored(path, stats) {
    if (this.options.atomic && DOT_RE.test(path))
      return true;
    if (!this._userIgnored) {
      const { cwd } = this.options;
      const ign = this.options.ignored;
      const ignored = (ign || []).map(normalizeIgnored(cwd));
      const ignoredPaths = [...this._ignoredPaths];
      const list2 = [...ignoredPaths.map(normalizeIgnored(cwd)), ...ignored];
      this._userIgnored = anymatch(list2, void 0);
    }
    return this._userIgnored(path, stats);
  }
  _isntIgnored(path, stat4) {
    return !this._isIgnored(path, stat4);
  }
  /**
   * Provides a set of common helpers and properties relating to symlink handling.
   * @param path file or directory pattern being watched
   */
  _getWatchHelpers(path) {
    return new WatchHelper(path, this.options.followSymlinks, this);
  }
  // Directory helpers
  // -----------------
  /**
   * Provides directory tracking objects
   * @param directory path of the directory
   */
  _getWatchedDir(directory) {
    const dir2 = sp2.resolve(directory);
    if (!this._watched.has(dir2))
      this._watched.set(dir2, new DirEntry(dir2, this._boundRemove));
    return this._watched.get(dir2);
  }
  // File helpers
  // ------------
  /**
   * Check for read permissions: https://stackoverflow.com/a/11781404/1358405
   */
  _hasReadPermissions(stats) {
    if (this.options.ignorePermissionErrors)
      return true;
    return Boolean(Number(stats.mode) & 256);
  }
  /**
   * Handles emitting unlink events for
   * files and directories, and via recursion, for
   * files and directories within directories that are unlinked
   * @param directory within which the following item is located
   * @param item      base path of item/directory
   */
  _remove(directory, item, isDirectory) {
    const path = sp2.join(directory, item);
    const fullPath = sp2.resolve(path);
    isDirectory = isDirectory != null ? isDirectory : this._watched.has(path) || this._watched.has(fullPath);
    if (!this._throttle("remove", path, 100))
      return;
    if (!isDirectory && this._watched.size === 1) {
      this.add(directory, item, true);
    }
    const wp = this._getWatchedDir(path);
    const nestedDirectoryChildren = wp.getChildren();
    nestedDirectoryChildren.forEach((nested) => this._remove(path, nested));
    const parent = this._getWatchedDir(directory);
    const wasTracked = parent.has(item);
    parent.remove(item);
    if (this._symlinkPaths.has(fullPath)) {
      this._symlinkPaths.delete(fullPath);
    }
    let relPath = path;
    if (this.options.cwd)
      relPath = sp2.relative(this.options.cwd, path);
    if (this.options.awaitWriteFinish && this._pendingWrites.has(relPath)) {
      const event = this._pendingWrites.get(relPath).cancelWait();
      if (event === EVENTS.ADD)
        return;
    }
    this._watched.delete(path);
    this._watched.delete(fullPath);
    const eventName = isDirectory ? EVENTS.UNLINK_DIR : EVENTS.UNLINK;
    if (wasTracked && !this._isIgnored(path))
      this._emit(eventName, path);
    this._closePath(path);
  }
  /**
   * Closes all watchers for a path
   */
  _closePath(path) {
    this._closeFile(path);
    const dir2 = sp2.dirname(path);
    this._getWatchedDir(dir2).remove(sp2.basename(path));
  }
  /**
   * Closes only file-specific watchers
   */
  _closeFile(path) {
    const closers = this._closers.get(path);
    if (!closers)
      return;
    closers.forEach((closer) => closer());
    this._closers.delete(path);
  }
  _addPathCloser(path, closer) {
    if (!closer)
      return;
    let list2 = this._closers.get(path);
    if (!list2) {
      list2 = [];
      this._closers.set(path, list2);
    }
    list2.push(closer);
  }
  _readdirp(root, opts) {
    if (this.closed)
      return;
    const options = { type: EVENTS.ALL, alwaysStat: true, lstat: true, ...opts, depth: 0 };
    let stream = readdirp(root, options);
    this._streams.add(stream);
    stream.once(STR_CLOSE, () => {
      stream = void 0;
    });
    stream.once(STR_END, () => {
      if (stream) {
        this._streams.delete(stream);
        stream = void 0;
      }
    });
    return stream;
  }
};
function watch(paths, options = {}) {
  const watcher = new FSWatcher(options);
  watcher.add(paths);
  return watcher;
}

// src/serve/address.ts
var LONGEST = 8192;
function addressOf(target, prefix) {
  if (target.length > LONGEST) return { kind: "refused", status: 400 };
  const mark = target.indexOf("?");
  const encoded = mark === -1 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark === -1 ? "" : target.slice(mark + 1));
  if (!encoded.startsWith("/")) return { kind: "refused", status: 400 };
  const parts = [];
  for (const part of encoded.slice(1).split("/")) {
    const decoded = decode(part);
    if (decoded === null) return { kind: "refused", status: 400 };
    parts.push(decoded);
  }
  if (parts.slice(0, -1).includes("")) return { kind: "refused", status: 404 };
  const path = `/${parts.join("/")}`;
  if (!path.startsWith(prefix)) return { kind: "outside" };
  return { kind: "path", path: path.slice(prefix.length), query };
}
function decode(part) {
  let decoded;
  try {
    decoded = decodeURIComponent(part);
  } catch {
    return null;
  }
  if (decoded === "." || decoded === "..") return null;
  return /[\0-\x1f\x7f/\\]/.test(decoded) ? null : decoded;
}
function encodePath(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}

// src/serve/listen.ts
import { networkInterfaces } from "node:os";
var ServeError = class extends Error {
  name = "ServeError";
  findings;
  constructor(findings, options) {
    super(findings.map((finding) => finding.reason).join("\n"), options);
    this.findings = findings;
  }
};
var TRIES = 100;
async function listen(server, host, port, strict) {
  for (let tried = port; ; tried += 1) {
    try {
      return await listenAt(server, host, tried);
    } catch (error) {
      const code = codeOf(error) ?? "";
      const isLast = strict || tried - port >= TRIES || tried >= 65535;
      if (code === "EADDRINUSE" && !isLast) continue;
      throw new ServeError([findingOf(code, host, port)], { cause: error });
    }
  }
}
function listenAt(server, host, port) {
  return new Promise((resolve4, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve4(server.address().port);
    });
  });
}
function findingOf(code, host, port) {
  if (code === "EADDRINUSE") return find("port-taken", "--port", void 0, { port });
  if (code === "EACCES") return find("port-not-allowed", "--port", void 0, { port });
  return find("host-unavailable", "--host", void 0, { host, code });
}
function isLoopback(host) {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
function addressesOf(host, port, path) {
  if (host !== "0.0.0.0" && host !== "::") return [urlOf(host, port, path)];
  const found = Object.values(networkInterfaces()).flatMap((list2) => list2 ?? []);
  const usable = found.filter(({ internal, family, address }) => {
    return !internal && (family === "IPv4" || host === "::" && !address.startsWith("fe80"));
  });
  return ["localhost", ...usable.map(({ address }) => address)].map((name) => urlOf(name, port, path));
}
function urlOf(host, port, path) {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}${path}`;
}

// src/serve/live/hub.ts
var BEAT = 2e4;
var BACKLOG = 1 << 20;
var Hub = class {
  #revisions;
  #addressOf;
  #listeners = /* @__PURE__ */ new Set();
  #beat;
  #problem = null;
  /** @param addressOf the address of an output path, with the prefix */
  constructor(revisions, addressOf2) {
    this.#revisions = revisions;
    this.#addressOf = addressOf2;
    this.#beat = setInterval(() => this.#send(":\n\n"), BEAT);
    this.#beat.unref();
  }
  get size() {
    return this.#listeners.size;
  }
  get problem() {
    return this.#problem;
  }
  /**
   * Takes a page in.
   * @param response whose head is not yet sent
   * @param revision with which the page was made
   */
  connect(response, revision) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const listener = { response, revision };
    this.#listeners.add(listener);
    response.once("close", () => this.#listeners.delete(listener));
    response.write("retry: 500\n\n");
    this.#update(listener);
    response.write(this.#state());
  }
  /**
   * Tells every page what has become of the last change. To be called after each rebuild.
   * @param problem null when it succeeded
   */
  announce(problem) {
    const isNews = problem !== null || this.#problem !== null;
    this.#problem = problem;
    for (const listener of this.#listeners) this.#update(listener);
    if (isNews) this.#send(this.#state());
  }
  close() {
    clearInterval(this.#beat);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }
  #update(listener) {
    const update = this.#revisions.since(listener.revision);
    if (update.do === "nothing") return;
    listener.revision = this.#revisions.current;
    listener.response.write(message(update.do, this.#detail(update), listener.revision));
  }
  #detail(update) {
    return update.do === "styles" ? { addresses: update.paths.map(this.#addressOf) } : {};
  }
  #state() {
    return this.#problem === null ? message("fine", {}) : message("problem", this.#problem);
  }
  #send(text2) {
    for (const { response } of this.#listeners) {
      if (response.writableLength > BACKLOG) response.destroy();
      else response.write(text2);
    }
  }
};
function message(event, data, id) {
  return `${id === void 0 ? "" : `id: ${id}
`}event: ${event}
data: ${JSON.stringify(data)}

`;
}

// src/serve/live/revisions.ts
var REMEMBERED = 100;
var version = /(\.css\?v=)[\w-]+/g;
var Revisions = class {
  #output;
  /** The stylesheets that changed, or null when anything else did too; the newest last. */
  #changes = [];
  constructor(output2) {
    this.#output = output2;
    output2.onPublish((publication) => {
      this.#changes.push({ revision: publication.revision, styles: this.#styles(publication) });
      if (this.#changes.length > REMEMBERED) this.#changes.shift();
    });
  }
  get current() {
    return this.#output.revision;
  }
  /** @param revision at which a page was made */
  since(revision) {
    if (revision === this.current) return { do: "nothing" };
    const later = this.#changes.filter((change) => change.revision > revision);
    if (revision > this.current || later.length !== this.current - revision) return { do: "reload" };
    const paths = /* @__PURE__ */ new Set();
    for (const { styles } of later) {
      if (styles === null) return { do: "reload" };
      for (const path of styles) paths.add(path);
    }
    return { do: "styles", paths: [...paths] };
  }
  #styles({ written, removed, before }) {
    const styles = written.filter((path) => path.endsWith(".css") && before.has(path));
    if (styles.length === 0 || removed.length > 0) return null;
    for (const path of written) {
      if (styles.includes(path)) continue;
      const old = before.get(path);
      const now = this.#output.get(path);
      if (old === void 0 || now === void 0 || withoutVersions(old) !== withoutVersions(now)) return null;
    }
    return styles;
  }
};
function withoutVersions({ bytes }) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1").replace(version, "$1");
}

// src/serve/middlewares/clientFiles.ts
import { readFileSync } from "node:fs";

// src/program.ts
var programFolder = new URL("../", "file:///work/main/lib/x.js");

// src/serve/exchange.ts
function refuse({ response }, status, text2, headers = {}) {
  const body = Buffer.from(`${text2}
`);
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": body.length,
    "Cache-Control": "no-store",
    ...headers
  });
  response.end(body);
  return true;
}

// src/serve/middlewares/clientFiles.ts
var FOLDER = "@zhaideng/";
var CLIENT = `${FOLDER}client.js`;
var OVERLAY = `${FOLDER}overlay.css`;
var PING = `${FOLDER}ping`;
var types = {
  [CLIENT]: "text/javascript; charset=utf-8",
  [OVERLAY]: "text/css; charset=utf-8"
};
function clientFiles() {
  const files = new Map(Object.keys(types).map((path) => [path, read(path.slice(FOLDER.length))]));
  return (exchange) => {
    const { path, response } = exchange;
    if (!path.startsWith(FOLDER)) return false;
    const body = files.get(path);
    if (body === void 0)
      return path === PING ? refuse(exchange, 200, "zhaideng") : refuse(exchange, 404, "No such file.");
    response.writeHead(200, {
      "Content-Type": types[path],
      "Content-Length": body.length,
      "Cache-Control": "no-store"
    });
    response.end(body);
    return true;
  };
}
function read(name) {
  return readFileSync(new URL(`src/serve/client/${name}`, programFolder));
}

// src/serve/token.ts
import { randomBytes, timingSafeEqual } from "node:crypto";
function newToken() {
  return randomBytes(18).toString("base64url");
}
function isToken(token, given) {
  if (given === null || given.length !== token.length) return false;
  const a = Buffer.from(token);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}

// src/serve/middlewares/events.ts
var EVENTS2 = "@zhaideng/events";
function events(hub, token) {
  return (exchange) => {
    if (exchange.path !== EVENTS2) return false;
    const { request, response, query } = exchange;
    const { origin, host } = request.headers;
    const site = request.headers["sec-fetch-site"];
    if (origin !== void 0 && origin !== `http://${host}`) return refuse(exchange, 403, "Not from here.");
    if (site !== void 0 && site !== "same-origin") return refuse(exchange, 403, "Not from here.");
    if (!isToken(token, query.get("token"))) return refuse(exchange, 403, "This page is of an earlier server.");
    if (request.method === "HEAD") return refuse(exchange, 200, "");
    const revision = Number(request.headers["last-event-id"] ?? query.get("revision"));
    hub.connect(response, Number.isInteger(revision) ? revision : -1);
    return true;
  };
}

// src/serve/middlewares/hostCheck.ts
import { isIP } from "node:net";
function hostCheck(host) {
  return (exchange) => {
    if (isAllowedHost(exchange.request.headers.host, host)) return false;
    return refuse(exchange, 403, "This name is not served. Use the address that the terminal shows.");
  };
}
function isAllowedHost(header, host) {
  const name = nameOf(header ?? "");
  if (name === null) return false;
  if (name === "localhost" || name.endsWith(".localhost") || name === host.toLowerCase()) return true;
  return isIP(name) !== 0;
}
function nameOf(header) {
  const match = /^(?:\[([\da-f:.%]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(header);
  const name = match?.[1] ?? match?.[2];
  return name === void 0 ? null : name.toLowerCase().replace(/\.$/, "");
}

// src/serve/middlewares/locate.ts
function locate(prefix) {
  return (exchange) => {
    const address = addressOf(exchange.request.url ?? "", prefix());
    if (address.kind === "path") {
      exchange.path = address.path;
      exchange.query = address.query;
      return false;
    }
    if (address.kind === "refused") return refuse(exchange, address.status, "This address makes no sense.");
    const home = encodePath(prefix());
    const { url } = exchange.request;
    if (url === "/" || `${url}/` === home) return refuse(exchange, 307, home, { Location: home });
    return refuse(exchange, 404, `The site lies under ${home}`);
  };
}

// src/serve/middlewares/methodCheck.ts
var methodCheck = (exchange) => {
  const { method } = exchange.request;
  if (method === "GET" || method === "HEAD") return false;
  return refuse(exchange, 405, "Only GET and HEAD.", { Allow: "GET, HEAD" });
};

// src/serve/contentType.ts
import { extname as extname2 } from "node:path";
var types2 = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".gif": "image/gif",
  ".htm": "text/html; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".otf": "font/otf",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".zip": "application/zip"
};
function contentTypeOf(path) {
  return types2[extname2(path).toLowerCase()] ?? "application/octet-stream";
}
function isHtml(path) {
  return contentTypeOf(path).startsWith("text/html");
}

// src/serve/inject.ts
var needed = ["script-src", "script-src-elem", "connect-src", "style-src", "style-src-elem"];
var needless = /* @__PURE__ */ new Set(["script-src-elem", "style-src-elem"]);
var POLICY = /<meta\s[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/gi;
var CONTENT = /(\scontent=)(?:"([^"]*)"|'([^']*)')/i;
function inject(html, src) {
  const page = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  const script = Buffer.from(`<script src="${src.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" defer></script>`);
  const end = endOfHead(page);
  const head = page.toString("utf8", 0, end);
  const open2 = head.replace(
    POLICY,
    (meta) => meta.replace(CONTENT, (_all, name, double, single) => {
      return `${name}"${escapeAttribute(widen(unescapeAttribute(double ?? single ?? "")))}"`;
    })
  );
  return Buffer.concat([Buffer.from(open2), script, page.subarray(end)]);
}
function endOfHead(page) {
  for (const tag of ["</head>", "</HEAD>"]) {
    const at = page.indexOf(tag);
    if (at !== -1) return at;
  }
  return page.length;
}
function widen(policy) {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/)).filter(([name]) => name !== "");
  const sourcesOf = (wanted) => directives.find(([name]) => name?.toLowerCase() === wanted)?.slice(1);
  const fallback = sourcesOf("default-src");
  for (const name of needed) {
    const own = sourcesOf(name);
    const sources = own ?? (needless.has(name) ? void 0 : fallback);
    if (sources === void 0 || sources.includes("'self'") || sources.includes("*")) continue;
    const widened = [name, ...sources.filter((source) => source.toLowerCase() !== "'none'"), "'self'"];
    if (own === void 0) directives.push(widened);
    else directives[directives.findIndex(([other]) => other?.toLowerCase() === name)] = widened;
  }
  return directives.map((directive) => directive.join(" ")).join("; ");
}
function unescapeAttribute(text2) {
  return text2.replace(/&#39;|&#x27;|&apos;/gi, "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
function escapeAttribute(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

// src/serve/middlewares/pages.ts
var NOT_FOUND = "404.html";
function pages({ output: output2, prefix, token, built, noSite }) {
  const scriptAt = (revision) => `${encodePath(prefix())}${CLIENT}?revision=${revision}&token=${token}`;
  function sendHtml({ response }, status, html, revision) {
    const body = inject(html, scriptAt(revision));
    response.writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": body.length,
      "Cache-Control": "no-store"
    });
    response.end(body);
    return true;
  }
  return async (exchange) => {
    await built;
    const { path } = exchange;
    const { files, revision } = output2;
    const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const file = files.get(name);
    if (file !== void 0) {
      return isHtml(name) ? sendHtml(exchange, 200, file.bytes, revision) : sendFile(exchange, name, file);
    }
    if (files.has(`${path}/index.html`)) return redirect(exchange, `${prefix()}${path}/`);
    if (revision === 0) return sendHtml(exchange, 503, Buffer.from(noSite()), revision);
    const notFound = files.get(NOT_FOUND);
    if (notFound !== void 0) return sendHtml(exchange, 404, notFound.bytes, revision);
    return refuse(exchange, 404, "There is no such page.");
  };
}
function sendFile({ request, response }, path, { bytes, digest }) {
  const tag = `"${digest}"`;
  response.setHeader("ETag", tag);
  response.setHeader("Cache-Control", "no-cache");
  if (isKnown(request.headers["if-none-match"], tag)) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { "Content-Type": contentTypeOf(path), "Content-Length": bytes.length });
  response.end(bytes);
  return true;
}
function isKnown(header, tag) {
  return header?.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag) ?? false;
}
function redirect(exchange, path) {
  const query = exchange.query.toString();
  const address = encodePath(path) + (query === "" ? "" : `?${query}`);
  return refuse(exchange, 307, address, { Location: address });
}

// src/serve/middlewares/securityHeaders.ts
var securityHeaders = ({ response }) => {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "SAMEORIGIN");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Referrer-Policy", "no-referrer");
  return false;
};

// src/serve/live/problem.ts
import { readFileSync as readFileSync2, statSync } from "node:fs";

// src/load/encoding.ts
var signatures = [
  ["\x89PNG", "PNG"],
  ["PK", "ZIP / DOCX"],
  ["PK", "ZIP"],
  ["%PDF-", "PDF"],
  ["\xD0\xCF\xE0\xA1\xB1\xE1", "DOC / WPS / XLS"],
  ["\xFF\xD8\xFF", "JPEG"],
  ["GIF87a", "GIF"],
  ["GIF89a", "GIF"],
  ["{\\rtf", "RTF"],
  ["Rar!\x07", "RAR"],
  ["7z\xBC\xAF'", "7z"],
  ["\x8B\b", "GZIP"],
  ["\x7FELF", "ELF"]
];
function signatureOf(bytes) {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  for (const [signature, name] of signatures) if (head.startsWith(signature)) return name;
  return null;
}
function decodeText(bytes) {
  const foreign = signatureOf(bytes);
  if (foreign !== null) return { notText: foreign };
  const decoded = decode2(bytes);
  if (decoded === null) return { notText: "?" };
  const text2 = lineEnds(decoded.text);
  return isBinary(text2) ? { notText: "?" } : { text: text2, encoding: decoded.encoding };
}
function decode2(bytes) {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  const utf8 = strictly(bytes, "utf-8");
  if (utf8 !== null && !utf8.includes("\0")) return { text: utf8, encoding: "utf-8" };
  if (bytes.includes(0)) return utf16(bytes);
  const damaged = new TextDecoder("utf-8").decode(bytes);
  const broken = count(damaged, isLost);
  if (broken * 20 <= count(damaged, (code) => code >= 2048 && code < 65520))
    return { text: damaged, encoding: "utf-8" };
  const gb = strictly(bytes, "gb18030") ?? new TextDecoder("gb18030").decode(bytes);
  return count(gb, isLost) * 20 <= gb.length ? { text: gb, encoding: "gb18030" } : null;
}
function byteOrderMark(bytes) {
  const [a, b, c] = bytes;
  if (a === 239 && b === 187 && c === 191) return "utf-8";
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  return null;
}
function strictly(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function utf16(bytes) {
  if (bytes.length % 2 === 1) return null;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const text2 = strictly(bytes, encoding);
    if (text2 !== null && count(text2, isCommon) * 20 >= text2.length * 19) return { text: text2, encoding };
  }
  return null;
}
function lineEnds(text2) {
  return /[\r\v\f\u0085\u2028\u2029]/.test(text2) ? text2.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n") : text2;
}
function isCommon(code) {
  return code >= 32 && code < 127 || code >= 9 && code <= 13 || code >= 8208 && code <= 8251 || code >= 12288 && code <= 12351 || code >= 19968 && code <= 40959 || code >= 65281 && code <= 65374;
}
function isBinary(text2) {
  if (!/[\0-\x08\x0e-\x1f\x7f]/.test(text2)) return false;
  return text2.includes("\0") || count(text2, isControl) * 50 > text2.length;
}
function isControl(code) {
  return code < 9 || code >= 14 && code < 32 || code === 127;
}
function isLost(code) {
  return code === 65533;
}
function count(text2, test) {
  let found = 0;
  for (let i = 0; i < text2.length; i += 1) if (test(text2.charCodeAt(i))) found += 1;
  return found;
}

// src/serve/words.ts
var words = {
  zh: {
    serving: (url) => `\u9884\u89C8\uFF1A${url}\u3000\u3000\u6309 Ctrl+C \u7ED3\u675F`,
    updated: (files, time) => `\u5DF2\u66F4\u65B0 ${files} \u4E2A\u6587\u4EF6\uFF08${time} \u6BEB\u79D2\uFF09`,
    failed: "\u5185\u5BB9\u6709\u9519\u8BEF\uFF0C\u9884\u89C8\u91CC\u4ECD\u662F\u6539\u9519\u4E4B\u524D\u7684\u7F51\u7AD9",
    failedFirst: "\u5185\u5BB9\u6709\u9519\u8BEF\uFF0C\u8FD8\u6CA1\u6709\u7F51\u7AD9\u53EF\u770B\uFF1B\u6539\u597D\u5E76\u4FDD\u5B58\u540E\u81EA\u52A8\u91CD\u8BD5",
    mended: "\u9519\u8BEF\u5DF2\u6539\u597D",
    oldSite: "\u5185\u5BB9\u6709\u9519\u8BEF\uFF0C\u4E0B\u9762\u662F\u6539\u9519\u4E4B\u524D\u7684\u7F51\u7AD9",
    noSite: "\u5185\u5BB9\u6709\u9519\u8BEF\uFF0C\u7F51\u7AD9\u8FD8\u6CA1\u6709\u751F\u6210",
    close: "\u6536\u8D77\uFF08Esc\uFF09",
    more: (count2) => `\u8FD8\u6709 ${count2} \u5904\u9519\u8BEF\uFF0C\u89C1\u7EC8\u7AEF`,
    waiting: "\u6539\u597D\u5E76\u4FDD\u5B58\u540E\uFF0C\u8FD9\u91CC\u4F1A\u81EA\u52A8\u5237\u65B0\u3002"
  },
  en: {
    serving: (url) => `Preview: ${url}    Ctrl+C ends it`,
    updated: (files, time) => `${files} files updated (${time} ms)`,
    failed: "There are errors; the preview still shows the site before them",
    failedFirst: "There are errors and no site to show yet; it is built again when you save",
    mended: "The errors are mended",
    oldSite: "There are errors; below is the site before them",
    noSite: "There are errors; the site has not been built yet",
    close: "Hide (Esc)",
    more: (count2) => `${count2} more errors, see the terminal`,
    waiting: "This page reloads when you have mended and saved."
  }
};

// src/serve/live/problem.ts
var LISTED = 10;
var AROUND = 2;
var WIDTH = 60;
var LARGEST = 5e6;
function problemOf(findings, hasSite, language) {
  const text2 = words[language];
  const errors = findings.filter((finding) => severityOf(finding) === "error");
  const shown = (errors.length > 0 ? errors : findings).slice(0, LISTED);
  const rest = errors.length - shown.length;
  return {
    title: hasSite ? text2.oldSite : text2.noSite,
    close: text2.close,
    more: rest > 0 ? text2.more(rest) : "",
    findings: shown.map((finding) => ({
      place: `${finding.file}:${finding.line}:${finding.column}`,
      ...say(finding, language),
      frame: frameOf(finding)
    }))
  };
}
function textOf({ findings, more }) {
  const parts = findings.map(
    ({ place, reason, hint, frame }) => [
      place,
      reason,
      hint,
      ...frame.map(({ line, before, marked, after }) => `  ${line} | ${before}${marked}${after}`)
    ].join("\n")
  );
  return [...parts, more].join("\n\n").trim();
}
function frameOf({ file, line, column }) {
  const lines = linesOf(file);
  if (lines === null || line > lines.length) return [];
  const frame = [];
  for (let number = Math.max(1, line - AROUND); number <= Math.min(lines.length, line + AROUND); number += 1) {
    const text2 = lines[number - 1] ?? "";
    frame.push(number === line ? cutAround(number, text2, column - 1) : cutAround(number, text2, -1));
  }
  return frame;
}
function linesOf(file) {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return null;
    const decoded = decodeText(readFileSync2(file));
    return "text" in decoded ? decoded.text.split("\n") : null;
  } catch {
    return null;
  }
}
function cutAround(line, text2, at) {
  const from = Math.max(0, at - WIDTH);
  const head = from > 0 ? "\u2026" : "";
  const tail = text2.length > from + 2 * WIDTH ? "\u2026" : "";
  const shown = text2.slice(from, from + 2 * WIDTH);
  if (at < 0) return { line, before: shown + tail, marked: "", after: "" };
  const marked = String.fromCodePoint(text2.codePointAt(at) ?? 32);
  const before = head + shown.slice(0, at - from);
  return { line, before, marked, after: shown.slice(at - from + marked.length) + tail };
}

// src/serve/noSite.ts
function noSitePage(problem, language) {
  const text2 = words[language];
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(text2.noSite)}</title>
</head>
<body>
<h1>${escapeHtml(text2.noSite)}</h1>
<p>${escapeHtml(text2.waiting)}</p>
<pre>${escapeHtml(problem === null ? "" : textOf(problem))}</pre>
</body>
</html>
`;
}
function escapeHtml(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/serve/openBrowser.ts
import { spawn } from "node:child_process";
function openBrowser(url) {
  const [program, args] = commandFor(process.platform, url);
  return new Promise((resolve4) => {
    const child = spawn(program, args, { stdio: "ignore", detached: true });
    child.once("error", () => resolve4(false));
    child.once("spawn", () => {
      child.unref();
      resolve4(true);
    });
  });
}
function commandFor(platform, url) {
  if (platform === "darwin") return ["open", [url]];
  if (platform === "win32") return ["cmd", ["/c", "start", '""', url]];
  return ["xdg-open", [url]];
}

// src/serve/rebuilder.ts
var Rebuilder = class {
  /** When the last rebuild began, in milliseconds since 1970. */
  startedAt = 0;
  #options;
  #changed = 0;
  #wasOk = true;
  #reported = "";
  constructor(options) {
    this.#options = options;
    options.output.onPublish(({ written, removed }) => {
      this.#changed = written.length + removed.length;
    });
  }
  /** @returns what the rebuild wants watched besides; null when it did not say, as it crashed */
  async run() {
    const { rebuild, output: output2, hub, language, log } = this.#options;
    this.startedAt = Date.now();
    const began = performance.now();
    this.#changed = 0;
    let result = null;
    let findings;
    try {
      result = await rebuild();
      findings = result.findings;
    } catch (error) {
      findings = [crash(error)];
    }
    const ok = result?.ok ?? false;
    this.#report(findings, ok);
    const time = Math.round(performance.now() - began);
    const text2 = words[language];
    if (!ok) log.say(output2.revision > 0 ? text2.failed : text2.failedFirst);
    else if (!this.#wasOk) log.say(text2.mended);
    if (this.#changed > 0) log.say(text2.updated(this.#changed, time));
    this.#wasOk = ok;
    hub.announce(ok ? null : problemOf(findings, output2.revision > 0, language));
    return result?.watch ?? null;
  }
  /** The same warnings after every save would hide what is new; errors are said until they are mended. */
  #report(findings, ok) {
    const all2 = JSON.stringify(findings.map(toPlain));
    if (findings.length > 0 && (all2 !== this.#reported || !ok)) this.#options.log.report(findings);
    this.#reported = all2;
  }
};
function crash(error) {
  const message2 = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return find("rebuild-crashed", "zhaideng dev", void 0, { message: message2.split("\n")[0] ?? "" });
}

// src/serve/server.ts
import { createServer } from "node:http";
function makeServer(middlewares) {
  const server = createServer((request, response) => {
    void answer(middlewares, request, response);
  });
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });
  return server;
}
async function answer(middlewares, request, response) {
  const exchange = { request, response, path: "", query: new URLSearchParams() };
  try {
    for (const middleware of middlewares) if (await middleware(exchange)) return;
    refuse(exchange, 404, "Nothing here.");
  } catch {
    if (response.headersSent) response.destroy();
    else refuse(exchange, 500, "The preview could not answer this request.");
  }
}

// src/serve/watch/queue.ts
var QUIET = 10;
var LONGEST2 = 100;
var UNSETTLED = 20;
var LOOKS = 3;
var systemTimers = {
  set: (act, delay) => setTimeout(act, delay),
  clear: (timer) => clearTimeout(timer),
  now: () => performance.now()
};
var RebuildQueue = class {
  #run;
  #isSettled;
  #timers;
  #paths = /* @__PURE__ */ new Set();
  #state = "idle";
  #timer = null;
  /** When the first of the waiting changes came. */
  #since = 0;
  #looks = 0;
  #running = Promise.resolve();
  constructor({ run, isSettled: isSettled2, timers = systemTimers }) {
    this.#run = run;
    this.#isSettled = isSettled2;
    this.#timers = timers;
  }
  /** Something at the path changed. */
  add(path) {
    if (this.#state === "closed") return;
    this.#paths.add(path);
    if (this.#state === "idle") {
      this.#since = this.#timers.now();
      this.#wait(QUIET);
    } else if (this.#state === "waiting" && this.#timers.now() - this.#since < LONGEST2) this.#wait(QUIET);
  }
  /** Rebuilds at once, for the first time. @returns when that rebuild has ended */
  start() {
    this.#go();
    return this.#running;
  }
  /** No event waits and nothing runs. */
  get isIdle() {
    return this.#state === "idle";
  }
  /** Forgets what waits and resolves when the running rebuild has ended. */
  close() {
    this.#state = "closed";
    this.#timers.clear(this.#timer);
    return this.#running;
  }
  #wait(delay) {
    this.#state = "waiting";
    this.#timers.clear(this.#timer);
    this.#timer = this.#timers.set(() => this.#due(), delay);
  }
  #due() {
    if (this.#looks < LOOKS && !this.#isSettled(this.#paths)) {
      this.#looks += 1;
      this.#wait(UNSETTLED);
      return;
    }
    this.#go();
  }
  #go() {
    const paths = this.#paths;
    this.#paths = /* @__PURE__ */ new Set();
    this.#looks = 0;
    this.#state = "running";
    this.#running = this.#run(paths).then(() => {
      if (this.#state === "closed") return;
      this.#state = "idle";
      if (this.#paths.size === 0) return;
      this.#since = this.#timers.now();
      this.#wait(QUIET);
    });
  }
};

// src/serve/watch/settled.ts
import { statSync as statSync2 } from "node:fs";
function isSettled(paths) {
  for (const path of paths) {
    try {
      const stats = statSync2(path, { throwIfNoEntry: false });
      if (stats === void 0 || stats.isFile() && stats.size === 0) return false;
    } catch {
      return false;
    }
  }
  return true;
}

// src/serve/watch/watcher.ts
import { isAbsolute as isAbsolute2, relative as relative4, resolve as resolve3, sep as sep2 } from "node:path";

// src/serve/watch/identity.ts
import { statSync as statSync3 } from "node:fs";
function identityOf(path) {
  try {
    const stats = statSync3(path, { bigint: true, throwIfNoEntry: false });
    if (stats === void 0) return null;
    const born = stats.birthtimeNs === 0n || stats.birthtimeNs === stats.ctimeNs ? null : stats.birthtimeNs;
    return { device: stats.dev, file: stats.ino, born, isFolder: stats.isDirectory() };
  } catch {
    return null;
  }
}
function isSameIdentity(a, b) {
  if (a === null || b === null) return a === b;
  if (a.device !== b.device || a.file !== b.file || a.isFolder !== b.isFolder) return false;
  return a.born === null || b.born === null || a.born === b.born;
}

// src/serve/watch/rootWatcher.ts
import { basename as basename3, dirname as dirname3, join as join3 } from "node:path";

// src/serve/watch/ignored.ts
import { relative as relative3, sep } from "node:path";
var passing = [
  /^4913$/,
  // Vim: probes whether it may make files here
  /^\..*\.sw[a-p]$/,
  // Vim: swap files
  /~$/,
  // Vim, Emacs, gedit, Kate: backups
  /^#.*#$/,
  // Emacs: automatic saves
  /^\.#/,
  // Emacs: locks
  /^\.goutputstream-/,
  // gedit, GNOME Text Editor
  /\.kate-swp$/,
  // Kate
  /___jb_(?:tmp|old)___$/,
  // JetBrains
  /^\.subl[\da-f]+\.tmp$/,
  // Sublime Text
  /^~\$/,
  // Word, WPS: locks
  /^\.~/,
  // WPS, LibreOffice: locks
  /^~WR[LD]\d+\.tmp$/i,
  // Word: the document and its draft while it is saved
  /\.(?:tmp|crdownload|part)$/i,
  // half-written downloads and copies
  /^\._/,
  // macOS: attributes on a disk that has none
  /^(?:\.ds_store|thumbs\.db|desktop\.ini)$/i
  // file managers
];
var folders = /* @__PURE__ */ new Set([".git", ".svn", ".hg", "node_modules", ".zhaideng"]);
function isIgnored(root, path) {
  const inside = relative3(root, path);
  if (inside === "" || inside.startsWith("..")) return false;
  const names = inside.split(sep);
  const name = names.at(-1) ?? "";
  return names.some((part) => folders.has(part)) || passing.some((pattern) => pattern.test(name));
}

// src/serve/watch/rootWatcher.ts
var POLL = 300;
var RootWatcher = class {
  root;
  #options;
  #watcher = null;
  #identity = null;
  constructor(options) {
    this.root = options.root;
    this.#options = options;
    this.#start();
  }
  /**
   * chokidar stops reporting when its root is removed, also when it comes back at once.
   * @returns true when another file or folder, or none, stands at the root now; it is watched then
   */
  check() {
    if (isSameIdentity(this.#identity, identityOf(this.root))) return false;
    this.restart();
    this.#options.onChange(this.root);
    return true;
  }
  /** Watches anew, folders included that were missed. */
  restart() {
    this.#stop();
    this.#start();
  }
  /** @returns those of the folders that are not watched */
  unwatched(folders2) {
    if (this.#watcher === null || !this.#identity?.isFolder) return [];
    const watched = this.#watcher.getWatched();
    return folders2.filter((folder) => watched[folder] === void 0);
  }
  close() {
    this.#stop();
  }
  #start() {
    const { root, watch: watch2, polling, onReady, onError } = this.#options;
    this.#identity = identityOf(root);
    if (this.#identity === null) return;
    const isFolder = this.#identity.isFolder;
    const at = isFolder ? root : dirname3(root);
    const watcher = watch2(at, {
      ignoreInitial: true,
      // The queue gathers events itself; with `atomic` a removal would be told 100 ms late.
      atomic: false,
      ignorePermissionErrors: true,
      usePolling: polling,
      interval: POLL,
      binaryInterval: POLL,
      ...isFolder ? {} : { depth: 0 },
      ignored: (path) => isFolder ? isIgnored(root, path) : path !== at && path !== root
    });
    this.#watcher = watcher;
    watcher.on("all", (_event, path) => this.#changed(watcher, path));
    watcher.on("raw", (event, name, details) => this.#raw(watcher, event, name, details));
    watcher.on("error", (error) => this.#watcher === watcher && onError(error));
    watcher.once("ready", () => this.#watcher === watcher && onReady());
  }
  #stop() {
    const watcher = this.#watcher;
    this.#watcher = null;
    if (watcher === null) return;
    watcher.close().catch(() => {
    });
    watcher.on("error", () => {
    });
  }
  #raw(watcher, event, name, details) {
    const watched = watchedPath(details);
    if (watched === null) return;
    const file = String(name);
    const isSelf = file === basename3(watched) || file === watched;
    if (isSelf && watched === this.root && event === "rename") {
      if (this.#watcher === watcher) this.restart();
      this.#options.onChange(this.root);
      return;
    }
    this.#changed(watcher, isSelf ? watched : join3(watched, file));
  }
  #changed(watcher, path) {
    if (this.#watcher !== watcher) return;
    const isOurs = this.#identity?.isFolder ? !isIgnored(this.root, path) : path === this.root;
    if (isOurs) this.#options.onChange(path);
  }
};
function watchedPath(details) {
  if (typeof details !== "object" || details === null || !("watchedPath" in details)) return null;
  return typeof details.watchedPath === "string" ? details.watchedPath : null;
}

// src/serve/watch/sweep.ts
import { readdirSync, statSync as statSync4 } from "node:fs";
import { join as join4 } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
var AT_ONCE = 500;
async function sweep(roots, since) {
  const result = { changed: [], folders: [] };
  const seen = /* @__PURE__ */ new Set();
  let looked = 0;
  for (const root of roots) {
    const left = [root];
    for (let path = left.pop(); path !== void 0; path = left.pop()) {
      looked += 1;
      if (looked % AT_ONCE === 0) await pause();
      const stats = look(path);
      if (stats === null || isIgnored(root, path)) continue;
      if (stats.ctimeMs >= since) result.changed.push({ path, at: stats.ctimeMs });
      if (!stats.isDirectory()) continue;
      const identity = `${stats.dev}:${stats.ino}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      result.folders.push(path);
      for (const name of list(path)) left.push(join4(path, name));
    }
  }
  return result;
}
function look(path) {
  try {
    return statSync4(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
function list(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

// src/serve/watch/watcher.ts
var ROOTS = 250;
var SWEEP = 200;
var TICK = 5;
var exhausted = /* @__PURE__ */ new Set(["ENOSPC", "EMFILE", "ENFILE"]);
var Watcher = class {
  #options;
  #roots = /* @__PURE__ */ new Map();
  #ready = /* @__PURE__ */ new Set();
  #polling = false;
  #closed = false;
  #timer;
  #sweepTimer;
  /** What sweeps have told already: the clock of a network drive may be ahead for ever. */
  #told = /* @__PURE__ */ new Map();
  /** Folders that stay unwatched after a restart, such as a second link to the same folder. */
  #unwatchable = /* @__PURE__ */ new Set();
  #reported = /* @__PURE__ */ new Set();
  constructor(options) {
    this.#options = options;
    this.#timer = setInterval(() => this.#checkRoots(), ROOTS);
  }
  /** True after the system's events were exhausted. */
  get isPolling() {
    return this.#polling;
  }
  /** Watches these and no others. Paths need not exist; one inside another is watched by it. */
  setRoots(paths) {
    const wanted = new Set(outermost(paths.map((path) => resolve3(path))));
    for (const [path, root] of this.#roots) {
      if (wanted.has(path)) continue;
      root.close();
      this.#roots.delete(path);
    }
    for (const path of wanted) if (!this.#roots.has(path)) this.#add(path);
  }
  /** To be called after each rebuild. */
  rebuilt() {
    clearTimeout(this.#sweepTimer);
    if (!this.#closed) this.#sweepTimer = setTimeout(() => void this.#sweep(), SWEEP);
  }
  /** Resolves when all that exists is watched, or after so many milliseconds. */
  async ready(limit) {
    const until = performance.now() + limit;
    while (!this.#closed && performance.now() < until && [...this.#roots].some(([path, root]) => !this.#ready.has(root) && identityOf(path))) {
      await new Promise((resolve4) => setTimeout(resolve4, 5));
    }
  }
  close() {
    this.#closed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#sweepTimer);
    for (const root of this.#roots.values()) root.close();
    this.#roots.clear();
  }
  #add(path) {
    const root = new RootWatcher({
      root: path,
      watch: this.#options.watch,
      polling: this.#polling,
      onChange: (changed) => this.#options.onChange(changed),
      onReady: () => {
        this.#ready.add(root);
        this.rebuilt();
      },
      onError: (error) => this.#failed(path, error)
    });
    this.#roots.set(path, root);
  }
  #checkRoots() {
    for (const root of this.#roots.values()) root.check();
  }
  #failed(path, error) {
    if (this.#closed) return;
    const code = codeOf(error) ?? String(error);
    if (exhausted.has(code)) this.#fallBack(path, code);
    else this.#report(find("watch-fault", path, void 0, { path, code }));
  }
  /** Gives the system's watches back, all of them, for other programs need some too, and looks instead. */
  #fallBack(path, code) {
    if (this.#polling) return;
    this.#polling = true;
    const paths = [...this.#roots.keys()];
    for (const root of this.#roots.values()) root.close();
    this.#roots.clear();
    for (const root of paths) this.#add(root);
    const key = code === "ENOSPC" ? "fs.inotify.max_user_watches" : "fs.inotify.max_user_instances";
    const command = `sudo sysctl ${key}=${code === "ENOSPC" ? 524288 : 1024}`;
    this.#report(find("watch-limit", path, void 0, { code, command }));
  }
  #report(finding) {
    const key = `${finding.ruleId} ${finding.file}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#options.onFinding(finding);
  }
  async #sweep() {
    if (!this.#options.isIdle()) return;
    const { changed, folders: folders2 } = await sweep([...this.#roots.keys()], this.#options.builtAt() - TICK);
    if (this.#closed) return;
    for (const root of this.#roots.values()) {
      const missed = root.unwatched(folders2.filter((folder) => contains(root.root, folder)));
      const fresh = missed.filter((folder) => !this.#unwatchable.has(folder));
      for (const folder of missed) this.#unwatchable.add(folder);
      if (fresh.length > 0) root.restart();
    }
    const told = this.#told;
    this.#told = new Map(changed.map(({ path, at }) => [path, at]));
    for (const { path, at } of changed) if (told.get(path) !== at) this.#options.onChange(path);
  }
};
function outermost(paths) {
  const folders2 = paths.filter((path) => identityOf(path)?.isFolder);
  return paths.filter((path) => !folders2.some((folder) => folder !== path && contains(folder, path)));
}
function contains(folder, path) {
  const inside = relative4(folder, path);
  return inside === "" || inside !== ".." && !inside.startsWith(`..${sep2}`) && !isAbsolute2(inside);
}

// src/serve/serve.ts
var READY = 3e4;
async function serve(options) {
  const { output: output2, host, language, log, roots } = options;
  const prefix = () => decodedPrefix(options.prefix());
  const token = newToken();
  const hub = new Hub(new Revisions(output2), (path) => encodePath(prefix() + path));
  const rebuilder = new Rebuilder({ rebuild: options.rebuild, output: output2, hub, language, log });
  let built = () => {
  };
  const firstBuild = new Promise((resolve4) => {
    built = resolve4;
  });
  const server = makeServer([
    securityHeaders,
    hostCheck(host),
    methodCheck,
    locate(prefix),
    events(hub, token),
    clientFiles(),
    pages({ output: output2, prefix, token, built: firstBuild, noSite: () => noSitePage(hub.problem, language) })
  ]);
  const port = await listen(server, host, options.port, options.strictPort).catch((error) => {
    hub.close();
    throw error;
  });
  const addresses = addressesOf(host, port, encodePath(prefix()));
  const url = addresses[0] ?? "";
  const queue = new RebuildQueue({
    isSettled,
    run: async () => {
      const extra = await rebuilder.run();
      if (extra !== null) watcher.setRoots([...roots(), ...extra]);
      watcher.rebuilt();
    }
  });
  const watcher = new Watcher({
    watch: options.watch ?? watch,
    onChange: (path) => queue.add(path),
    onFinding: (finding) => log.report([finding]),
    builtAt: () => rebuilder.startedAt,
    isIdle: () => queue.isIdle
  });
  log.say(words[language].serving(url));
  if (!isLoopback(host)) {
    log.report([find("host-exposed", "--host", void 0, { addresses: addresses.join("\u3000") })]);
  }
  watcher.setRoots(roots());
  await queue.start();
  built();
  if (options.open && !await openBrowser(url)) {
    log.report([find("browser-not-opened", "--open", void 0, { url })]);
  }
  await watcher.ready(READY);
  return {
    url,
    port,
    async close() {
      watcher.close();
      hub.close();
      const closed = new Promise((resolve4) => server.close(() => resolve4()));
      server.closeAllConnections();
      await queue.close();
      await closed;
    }
  };
}
function decodedPrefix(prefix) {
  try {
    return decodeURI(prefix);
  } catch {
    return prefix;
  }
}

// ../../tmp/latency.ts
import * as fs2 from "node:fs";
import http from "node:http";
var N = Number(process.argv[2]);
var dir = "/tmp/latency-content";
fs2.rmSync(dir, { recursive: true, force: true });
fs2.mkdirSync(dir);
for (let i = 0; i < N; i++) fs2.writeFileSync(`${dir}/e${i}.txt`, "x".repeat(3e3) + i);
var output = new MemoryOutput();
var rb = 0;
var rbTime = 0;
var p = await serve({
  port: 0,
  strictPort: false,
  host: "127.0.0.1",
  open: false,
  prefix: () => "/",
  output,
  language: "en",
  roots: () => [dir],
  log: { say() {
  }, report(f) {
    console.log(f.map(String));
  } },
  rebuild: async () => {
    rb++;
    const t = performance.now();
    await output.open();
    for (const n of fs2.readdirSync(dir)) {
      const t2 = fs2.readFileSync(`${dir}/${n}`, "utf8");
      const k = t2.slice(-40);
      if (!output.keep(n + "/index.html", k)) output.stage(n + "/index.html", k, "page", "<head></head>" + t2);
    }
    await output.publish();
    rbTime += performance.now() - t;
    return { ok: true, findings: [], watch: [] };
  }
});
var agent = new http.Agent({ keepAlive: true });
var get = (path) => new Promise((r) => http.get({ port: p.port, host: "127.0.0.1", path, agent }, (res) => {
  let b = "";
  res.on("data", (d) => b += d);
  res.on("end", () => r(b));
}));
await new Promise((r) => setTimeout(r, 1500));
rb = 0;
rbTime = 0;
var times = [];
for (let i = 0; i < 30; i++) {
  const t = performance.now();
  fs2.writeFileSync(`${dir}/e5.txt`, "x".repeat(3e3) + " v" + i + ".");
  while (!(await get("/e5.txt/")).includes(" v" + i + ".")) await new Promise((r) => setImmediate(r));
  times.push(performance.now() - t);
  await new Promise((r) => setTimeout(r, 350));
}
times.sort((a, b) => a - b);
console.log(N, "files: median", times[15].toFixed(1), "p90", times[27].toFixed(1), "max", times[29].toFixed(1), "rebuilds", rb, "each", (rbTime / rb).toFixed(1));
await p.close();
console.log("closed", process.memoryUsage().rss / 1e6 | 0);
/*! Bundled license information:

chokidar/index.js:
  (*! chokidar - MIT License (c) 2012 Paul Miller (paulmillr.com) *)
*/
