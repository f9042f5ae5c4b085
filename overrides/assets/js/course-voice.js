"use strict";

/**
 * Lines read aloud by a voice that lives in this device; voices that send the text elsewhere are not used. Silent until
 * it is switched on, which lasts as long as the page.
 */
class CourseVoice {
  on = false;
  #lang = document.documentElement.lang || "zh";

  /** @param {() => void} available  called when a voice is there, perhaps after a while */
  constructor(available) {
    if (!("speechSynthesis" in window)) return;
    const look = () => this.#voice && available();
    speechSynthesis.addEventListener?.("voiceschanged", look);
    addEventListener("pagehide", () => this.stop());
    look();
  }

  get #voice() {
    const own = this.#lang.split("-")[0];
    const voices = speechSynthesis.getVoices().filter((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === own);
    return voices.find((voice) => /^(zh[-_]CN|en[-_]GB)/i.test(voice.lang)) ?? voices[0];
  }

  /** @param {string} text */
  say(text) {
    const voice = this.on ? this.#voice : undefined;
    if (!voice) return;
    this.stop();
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    speechSynthesis.speak(words);
  }

  stop() {
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }
}
