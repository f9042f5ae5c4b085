"use strict";

/**
 * What a learner's own lines are checked for: facts that a reader can find in the words, never style. Red lines are found
 * as src/coursepack/red_lines.py finds them (tests/red_lines/*.json); the rest is held by tests/workshops/*.json.
 */

/** @typedef {{step: string, text: string}} ScriptLine */
/** @typedef {{id: string, phrases: string[]}} RedLinePhrases */

class CourseScriptCheck {
  static #HAN = /\p{Script=Han}/u;
  /** @type {Map<string, RegExp>} by phrase */
  static #patterns = new Map();

  // What is searched is lower case, with ASCII digits and signs, and 你 for 您.

  static #SUM = CourseScriptCheck.#any(
    "[0-9][0-9,. ]*(?:[万亿千](?![个件台吨次人克瓦米])|元|块|w\\b|k\\b|yuan|rmb)", // 48 万, 860 元
    "(?:rmb|cny|yuan|[¥￥]) ?[0-9]",
    "(?<![0-9])[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])", // 480,000
    "(?<![0-9a-z.:/#-]|(?:号|订单|合同|发票|电话|手机|no\\.|number|invoice|order|room|phone|contract)[: ]?)(?!(?:19|20)[0-9]{2}(?![0-9])|20[0-9]{6}(?![0-9])|1[3-9][0-9]{9})[0-9]{4,}(?! ?[0-9年号:/-])", // 480000, but no year, number or phone
    "[一二两三四五六七八九十百][一二三四五六七八九十百千]*[万亿](?![个件台吨次人])|[一二两三四五六七八九]千(?![个件台吨次人克瓦米万])|[一二两三四五六七八九十百千零]+(?:元|块钱)", // 四十八万
    "\\b(?:[0-9.,]+|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|hundred|[a-z]+ty)[ -](?:thousand|million)(?! (?:times|thanks|apologies))",
  );

  static #MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  static #THING = "(?:[码机楼线库仓文位车泵员厂门这那台柜井炉]|设备|生产)"; // 2 号机 is a machine

  static #DATE = CourseScriptCheck.#any(
    "[0-9一二三四五六七八九十] ?月 ?[0-9一二三四五六七八九十]",
    `(?:[0-9]{1,2}|[一二]?十?[一二三四五六七八九十]|三十一?) ?[日号](?! ?${CourseScriptCheck.#THING})`,
    "(?<![一两二三四几])(?:周|星期|礼拜)[一二三四五六日天]|[今明后][天日晚早儿]|正月[初十二]|初[五六七八九十](?![年级中])|腊月[十二三廿]",
    "20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|(?<![0-9/])(?:[0-9]{1,2}/[0-9]{2}|[0-9]{2}/[0-9]{1,2})(?![0-9/])",
    "[0-9一二两三四五六七十]+ ?个?(?:小时|天|工作日)(?:之|以)?内|\\b(?:within|in the next) [a-z0-9]+ (?:working )?(?:hours?|days?)\\b",
    `\\b[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? ${CourseScriptCheck.#MONTH}\\b|\\b${CourseScriptCheck.#MONTH} [0-9]{1,2}(?![0-9])`,
    "\\bthe [0-9]{1,2}(?:st|nd|rd|th)\\b(?! (?:unit|machine|motor|floor|time|one|part|payment|batch|line))",
    "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(?:mon|tues?|wed|thu(?:rs)?|fri)\\b",
    "\\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening))\\b",
  );

  static #REQUEST = CourseScriptCheck.#any(
    "\\?|请(?![示假客])|麻烦你|[发传拍寄给回]我|回一|告诉我|告诉一声|[跟和]我说|说一声|知会|打[给到]|打款|盖章|签个?字|提交|确认(?![过了])",
    "(?<![给跟向和找等帮替谢])你[^。?!;]{0,12}(?:发|签|提|盖|回|付|寄|拍|排|安排|转)", // 您今天提申请
    "\\bplease\\b|\\b(?:send|give|tell|text|call|ring|e-?mail|write|get back to|show|bring) (?:to )?(?:me|us)\\b|\\blet (?:me|us) (?:know|have)\\b",
    "(?:^|[.!;:,] ?|\\b(?:and|then|before|friday|tomorrow|today) )(?:send|sign|stamp|file|reply|pay|transfer|confirm|put|return|ask)\\b",
  );

  static #CONCESSION = CourseScriptCheck.#any(
    "(?<!不|没|没有|别)打.{0,2}折|[0-9一二三四五六七八九]折|(?<!不|没|没有)折扣|优惠(?!券)|抹.{0,2}零|零头.{0,3}[不免抹]",
    "减免|免掉|免了|免收?(?:利息|违约金|滞纳金)|(?:利息|违约金|滞纳金)[^。?!;]{0,5}(?:不要|不收|不算|算了|免)|少[收付要]|让利|让.?.? ?个点",
    "分期|分[0-9一二两三四五六几] ?[期笔次批]|延期|延到|延长|推迟|宽限|缓[一两几到]|改到|换个日子|再给你.{0,4}[天周月]|付一半|一半.{0,3}付",
    "停供|停货|停发|停止(?:供货|发货)|暂停|不发货|先停",
    "(?<!no )\\bdiscount(?! rate)|[0-9]% off|\\bknock .{0,12}off\\b|\\bwaive|\\bwrite (?:it )?off\\b|\\bforgive|\\b(?:reduce|lower) the\\b|\\bpay half\\b",
    "\\binstal+ments?|\\b(?:two|three|four|[2-9]) payments\\b|\\bin (?:two|three|four|[2-9]) parts\\b|\\bexten(?:d (?:the|it|your)|sion (?!number))|\\bextension$|\\bmore time\\b|\\banother (?:week|fortnight|month)\\b|\\b(?:push|move|put) .{0,12}date\\b",
    "\\b(?:stop|suspend|hold|pause|halt)(?:ping|ing)? (?:all |the |your |our |further |next )*(?:supply|deliver|ship|order)|\\baccount on hold\\b",
  );

  static #APPROVAL = CourseScriptCheck.#any(
    "报批|审批|批准|批下来|批了|请示|上报|报给|报上去|回公司|上会|[报等][^。?!;你]{0,6}批",
    "(?:我们?|咱们?|公司|等|问|跟|和|报)[^。?!;你]{0,4}(?:领导|财务|老板|总监|经理)|公司同意|(?:领导|财务|老板|总监|经理|总)(?:同意|点头)",
    "\\bapprov|\\bsubject to\\b|\\bsign-?off\\b|\\b(?:my|our) (?:own )?(?:director|manager|boss|finance|company)\\b|\\bfinance (?:agrees|says)\\b|\\bput it to\\b",
  );

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
      next: last !== undefined && CourseScriptCheck.#REQUEST.test(CourseScriptCheck.#plain(last.text)),
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
    const isChinese = CourseScriptCheck.#HAN.test(phrase);
    const pattern = CourseScriptCheck.#patterns.get(phrase) ?? CourseScriptCheck.#pattern(phrase, isChinese);
    CourseScriptCheck.#patterns.set(phrase, pattern);
    return pattern.test(isChinese ? packed : plain);
  }

  /**
   * @param {string} phrase  “…” stands for a few words of the same sentence, or for nothing
   * @param {boolean} isChinese
   */
  static #pattern(phrase, isChinese) {
    const parts = phrase.split("…").map((part) => CourseScriptCheck.#plain(part).trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
    if (isChinese) return new RegExp(parts.map((part) => part.replace(/ /g, "")).join("[^。?!;]{0,12}"));
    return new RegExp(parts.map((part) => `(?<![a-z0-9])${part}(?![a-z0-9])`).join("[^.?!;]{0,30}"));
  }

  /** @param {string} text */
  static #plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/您/g, "你").replace(/\s+/g, " ");
  }

  /** @param {string[]} patterns */
  static #any(...patterns) {
    return new RegExp(patterns.join("|"));
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
