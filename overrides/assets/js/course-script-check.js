"use strict";

/**
 * What a learner's own lines are checked for: facts that a reader can find in the words, never style. Red lines are found
 * as src/coursepack/red_lines.py finds them (tests/red_lines/*.json); the rest is held by tests/workshops/*.json.
 */

/** @typedef {{step: string, text: string}} ScriptLine */
/** @typedef {{id: string, phrases: string[]}} RedLinePhrases */

class CourseScriptCheck {
  static #MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

  static #SUM = /(?<![0-9])(?:[0-9][0-9,]*(?:\.[0-9]+)? ?(?:万|元|块|yuan)|(?:RMB|¥|￥) ?[0-9]|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{4,}(?! ?[年0-9]))|[一二两三四五六七八九十百]+万/i;

  static #DATE = new RegExp(
    "[0-9]{1,2} ?月 ?[0-9]{1,2}|[0-9]{1,2} ?[日号](?!码)|(?:周|星期|礼拜)[一二三四五六日天]|今天|明天|后天|[一二三]?十?[一二三四五六七八九十][号日](?!码)" +
      `|\\b[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? ${CourseScriptCheck.#MONTHS}|${CourseScriptCheck.#MONTHS} [0-9]{1,2}` +
      "|\\bthe [0-9]{1,2}(?:st|nd|rd|th)\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri)day\\b|\\b(?:today|tomorrow)\\b",
    "i",
  );

  static #REQUEST = /[?？]|请|麻烦|回我|回一|发我|发给|给我|确认|签|盖章|提交|\b(?:please|send|confirm|reply|sign|file|let me know|give me)\b/i;

  static #CONCESSION = /打折|折扣|优惠|抹零|减免|免掉|免了|分期|分[两二三四]|延期|宽限|缓[一两几]?|停供|停货|停止供货|先不发货|\b(?:discount|instal+ments?|(?:two|three|four) (?:parts|payments)|waive|extend|extension|stop (?:supply|delivery|delivering)|hold (?:back|the))\b/i;

  static #APPROVAL = /报批|审批|批准|批下来|批了|请示|上报|报给|报上去|回公司|领导|财务|\b(?:approv\w*|subject to|sign-?off|my (?:director|manager|boss)|our (?:director|finance))\b/i;

  /**
   * @param {ScriptLine[]} lines
   * @param {RedLinePhrases[]} redLines
   * @returns {Record<string, boolean>} by the name of the check: whether the lines pass
   */
  static check(lines, redLines) {
    const written = lines.filter((line) => line.text.trim());
    const all = CourseScriptCheck.#plain(written.map((line) => line.text).join("\n"));
    const last = written.filter((line) => line.step === "ask").pop() ?? written[written.length - 1];
    return {
      steps: written.length === lines.length,
      sum: CourseScriptCheck.#SUM.test(all),
      date: CourseScriptCheck.#DATE.test(all),
      next: last !== undefined && CourseScriptCheck.#REQUEST.test(last.text),
      approval: !CourseScriptCheck.#CONCESSION.test(all) || CourseScriptCheck.#APPROVAL.test(all),
      length: written.every((line) => CourseScriptCheck.#isSayable(line.text)),
      "red-line": !written.some((line) => CourseScriptCheck.crossed(line.text, redLines).length),
    };
  }

  /**
   * The red lines that a text crosses, each with the phrase found.
   * @param {string} text
   * @param {RedLinePhrases[]} redLines
   * @returns {{id: string, phrase: string}[]}
   */
  static crossed(text, redLines) {
    const plain = CourseScriptCheck.#plain(text);
    const packed = plain.replace(/ /g, "");
    return redLines.flatMap(({ id, phrases }) => {
      const phrase = phrases.find((one) => CourseScriptCheck.#standsIn(one, plain, packed));
      return phrase === undefined ? [] : [{ id, phrase }];
    });
  }

  /**
   * @param {string} phrase
   * @param {string} plain
   * @param {string} packed
   */
  static #standsIn(phrase, plain, packed) {
    const wanted = CourseScriptCheck.#plain(phrase);
    if (/\p{Script=Han}/u.test(phrase)) return packed.includes(wanted.replace(/ /g, ""));
    const escaped = wanted.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
    return new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`).test(plain);
  }

  /** @param {string} text */
  static #plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, " ");
  }

  /**
   * Not more than can be said in one breath or two: 80 Chinese characters, or 60 words.
   * @param {string} text
   */
  static #isSayable(text) {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const words = text.match(/[A-Za-z][A-Za-z'’-]*/g)?.length ?? 0;
    return han <= 80 && words <= 60;
  }
}
