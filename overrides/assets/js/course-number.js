"use strict";

/**
 * Numbers as people type them, for calculators and numeric answers. The twin is src/coursepack/number.py: tests/numbers/*.json.
 *
 * Read are full-width digits and signs, thousands separators in threes (comma, space, apostrophe), 。 as a decimal point,
 * scale words (48 万, 1.2 亿, 3 million), a currency before or after, brackets for a minus, and a percent sign, which is a
 * unit like 元: 5% is 5.
 * Refused is whatever could mean two things: 1,5 and 12,34 and 3 万 5.
 */
class CourseNumber {
  static #scales = new Map([
    ["thousand", 3], ["million", 6], ["billion", 9],
    ["千", 3], ["万", 4], ["w", 4], ["十万", 5], ["百万", 6], ["千万", 7], ["亿", 8], ["万亿", 12],
  ]);
  static #longest = 40;
  static #form = new RegExp(
    "^(?:CUR)? ?(?<open>\\()?(?<sign>[-+])? ?(?:CUR)? ?".replaceAll("CUR", "rmb|cny|人民币|¥") +
      "(?<whole>[1-9][0-9]{0,2}(?<separator>[, '])[0-9]{3}(?:\\k<separator>[0-9]{3})*|[0-9]+|(?=\\.[0-9]))" +
      "(?:\\.(?<part>[0-9]*))?" +
      ` ?(?<scale>${[...CourseNumber.#scales.keys()].sort((a, b) => b.length - a.length).join("|")})?` +
      " ?(?:元整?|元正|圆整?|yuan|rmb|cny|人民币|%)?(?<close>\\))?$",
  );

  /**
   * The text with full-width signs, rare spaces and dashes made plain; also for dates and pasted tables.
   * @param {string} text
   */
  static plain(text) {
    return text
      .replace(/[\uff01-\uff5e]/g, (full) => String.fromCharCode(full.charCodeAt(0) - 0xfee0))
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, " ")
      .replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "")
      .replace(/[−–﹣]/g, "-")
      .replace(/[’。￥]/g, (sign) => ({ "’": "'", "。": "." })[sign] ?? "¥")
      .replace(/^ +| +$/g, "");
  }

  /**
   * @param {string} text
   * @returns {number | null} null: no number, or one that could mean two
   */
  static parse(text) {
    const read = CourseNumber.#read(text);
    if (!read) return null;
    const value = Number(`${read.digits}e${read.exponent}`);
    return value && read.negative ? -value : value;
  }

  /**
   * The value times 10 to the power of `places`, exactly: `scaled("3.45%", 8)` is 345000000.
   * @param {string} text
   * @param {number} places
   * @returns {number | null} null also when it is finer than that, or too large to be exact
   */
  static scaled(text, places) {
    const read = CourseNumber.#read(text);
    if (!read) return null;
    const digits = read.digits.replace(/0+$/, "") || "0";
    const zeros = digits === "0" ? 0 : read.exponent + places + read.digits.length - digits.length;
    const value = zeros < 0 || zeros > 30 ? NaN : Number(BigInt(digits + "0".repeat(zeros)));
    if (!Number.isSafeInteger(value)) return null;
    return value && read.negative ? -value : value;
  }

  /**
   * Money in cents.
   * @param {string} text
   */
  static cents(text) {
    return CourseNumber.scaled(text, 2);
  }

  /**
   * @param {string} text
   * @returns {{digits: string, exponent: number, negative: boolean} | null} digits × 10^exponent
   */
  static #read(text) {
    const typed = CourseNumber.plain(text).toLowerCase();
    const found = typed.length <= CourseNumber.#longest ? CourseNumber.#form.exec(typed)?.groups : undefined;
    if (!found || !found.open !== !found.close || (found.open && found.sign)) return null;
    const part = found.part ?? "";
    const exponent = (CourseNumber.#scales.get(found.scale) ?? 0) - part.length;
    return { digits: found.whole.replace(/\D/g, "") + part, exponent, negative: Boolean(found.open) || found.sign === "-" };
  }
}

const courseNumber = CourseNumber;
