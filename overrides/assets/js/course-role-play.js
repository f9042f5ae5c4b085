"use strict";

/**
 * `<course-role-play data-role-play data-start data-most data-text-…>`: the numbered text (templates/role_play.html) becomes
 * a conversation. Each choice is a draft in the record, so that it goes on after a reload; each finished run is recorded
 * once as practised.
 */
class CourseRolePlay extends HTMLElement {
  static WHY = "role-play.why"; // the note that keeps the switch
  #key = /** @type {HTMLElement} */ (document.getElementById(`play-${this.dataset.rolePlay}-key`));
  #text = new CoursePlayText(this, this.#key);
  #play = new CoursePlay(this.#text.graph, Number(this.dataset.most));
  #stage = new CoursePlayStage(this, this.#text);
  #debrief = new CoursePlayDebrief(this, this.#text, this.#play);
  #history = new CoursePlayHistory(this, this.#text, this.#play);
  #voice = new CourseVoice(() => (this.#stage.part("aloud").hidden = false));
  #clock = new CourseClock(() => {});
  #attempt = "";
  /** @type {string[]} */
  #path = [];
  #told = ""; // the draft that is on the screen
  #unsubscribe = () => {};

  connectedCallback() {
    this.addEventListener("click", this.#click);
    this.addEventListener("change", this.#change);
    this.addEventListener("keydown", this.#press);
    this.#unsubscribe = courseRecord.subscribe(this.#refresh);
    if (!this.dataset.state) this.#become("ready");
    this.#refresh();
  }

  disconnectedCallback() {
    this.#clock.stop();
    this.#voice.stop();
    this.#unsubscribe();
  }

  get item() {
    return this.dataset.rolePlay ?? "";
  }

  get #phase() {
    return this.dataset.state;
  }

  /** @param {"ready" | "talking" | "stopped" | "ended"} state  stopped: at a red line */
  #become(state) {
    this.dataset.state = state;
    this.#key.dataset.state = state;
  }

  get #state() {
    return this.#play.play(this.#path);
  }

  get #scene() {
    return this.#state.scenes[this.#path.length];
  }

  /** The record has changed, perhaps in another tab, or has come from an LMS. */
  #refresh = () => {
    const runs = courseRecord.all(this.item, "practised");
    this.#history.show(runs);
    const why = courseRecord.latest(CourseRolePlay.WHY, "note")?.result.value === "yes";
    this.toggleAttribute("data-why", why);
    const box = /** @type {HTMLInputElement} */ (this.querySelector('[data-setting="why"]'));
    box.checked = why;
    const draft = courseRecord.latest(this.item, "draft");
    const done = runs.find((run) => run.result.attempt === this.#attempt);
    if (this.#phase === "ended") return;
    if (done) this.#open(this.#attempt, done.result.response, done.seconds ?? 0, false);
    else if (draft) this.#follow(draft);
  };

  /**
   * Where the learner was, or is in another tab, as far as the conversation still has those lines.
   * @param {UnfinishedDraft} draft
   */
  #follow({ result: { attempt, response }, seconds = 0 }) {
    const told = `${attempt} ${response}`;
    if (this.#told === told) return;
    this.#told = told;
    const { path } = this.#play.play(response);
    this.#open(attempt, path, seconds, true);
    if (path.length < response.length) this.#stage.part("notice").textContent = this.dataset.textChanged ?? "";
  }

  /**
   * A new attempt, which begins after the choices of `path`.
   * @param {string} attempt
   * @param {string[]} path
   */
  #begin(attempt, path) {
    this.#open(attempt, path, 0, false);
    this.#keep();
    this.#stage.look(this.#stage.latest);
    this.#speak(this.#scene);
  }

  /**
   * Show an attempt from its choices.
   * @param {string} attempt
   * @param {string[]} path
   * @param {number} seconds
   * @param {boolean} mayStop  at a red line just crossed
   */
  #open(attempt, path, seconds, mayStop) {
    this.#attempt = attempt;
    this.#path = [...path];
    this.#clock.start(seconds);
    this.#stage.part("notice").textContent = "";
    const { scenes, ending } = this.#state;
    const said = path.flatMap((id, at) => [...this.#text.turn(scenes[at]), ...this.#text.said(scenes[at], this.#play.choice(scenes[at], id))]);
    this.#stage.renew(said);
    const stops = mayStop && this.#stage.atRedLine;
    if (!stops && !ending) this.#stage.renew([...said, ...this.#text.turn(this.#scene)]);
    this.#settle(stops);
  }

  /** @param {string} id */
  #choose(id) {
    const said = this.#text.said(this.#scene, this.#play.choice(this.#scene, id));
    if (this.#phase !== "talking" || !said.length) return;
    this.#stage.part("notice").textContent = "";
    this.#stage.say(...said);
    this.#path.push(id);
    const stops = this.#stage.atRedLine;
    if (stops || !this.#state.ending) this.#keep();
    this.#goOn(stops);
  }

  /** @param {boolean} stops */
  #goOn(stops) {
    if (!stops && !this.#state.ending) this.#stage.say(...this.#text.turn(this.#scene));
    this.#settle(stops);
    if (!stops) this.#speak(this.#scene);
    if (this.#phase === "ended") this.#stage.lookAtEnd();
    else this.#stage.look(this.#stage.part("answer"));
  }

  /**
   * What can be done now: go on after a red line, choose a line, or look back.
   * @param {boolean} stops
   */
  #settle(stops) {
    const state = this.#state;
    this.#stage.measure(state.steps);
    if (stops) {
      this.#stage.stop();
      this.#become("stopped");
    } else if (state.ending) {
      this.#become("ended");
      this.#debrief.show(state, this.#stage.log);
      this.#finish(state);
      this.#clock.stop();
    } else {
      this.#stage.offer(this.#scene, this.#play.offered(this.#attempt, this.#scene));
      this.#become("talking");
    }
  }

  /**
   * Recorded once, however often this run is looked at.
   * @param {PlayState} state
   */
  #finish({ path: response, ending, cash, score, redLine, steps }) {
    if (courseRecord.all(this.item, "practised").some((run) => run.result.attempt === this.#attempt)) return;
    const result = { attempt: this.#attempt, response, ending, cash, score, redLine, steps };
    courseRecord.record({ verb: "practised", item: this.item, result, seconds: this.#clock.seconds });
  }

  #keep() {
    const result = { of: this.item, attempt: this.#attempt, response: [...this.#path] };
    this.#told = `${this.#attempt} ${this.#path}`;
    courseRecord.record({ verb: "draft", item: this.item, result, seconds: this.#clock.seconds });
  }

  /** @param {string} at */
  #speak(at) {
    this.#voice.stop();
    for (const turn of this.#text.turn(at)) {
      if (turn.matches(".play-turn--debtor")) this.#voice.say(turn.querySelector(".play-says")?.textContent ?? "");
    }
  }

  /** @param {MouseEvent} event */
  #click = (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-action]");
    if (!(button instanceof HTMLElement)) return;
    const { action, choice = "", at, attempt = "" } = button.dataset;
    if (action === "choose" && event.detail < 2) this.#choose(choice); // a double click would choose in the next scene too
    if (action === "continue") this.#goOn(false);
    if (action === "start") this.#begin(courseRecord.newAttempt(), []);
    if (action === "restart") this.#askToRestart();
    if (action === "branch") this.#begin(CoursePlay.branch(this.#attempt, courseRecord.newAttempt()), this.#path.slice(0, Number(at)));
    if (action === "view") this.#view(attempt);
    if (action === "print") CoursePrint.only([this, this.#key]);
  };

  /** @param {string} attempt */
  #view(attempt) {
    const run = courseRecord.all(this.item, "practised").find((one) => one.result.attempt === attempt);
    if (!run) return;
    this.#open(attempt, run.result.response, run.seconds ?? 0, false);
    this.#stage.lookAtEnd();
  }

  #askToRestart() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.returnValue = "";
    const answered = () => dialog.returnValue === "ok" && this.#begin(courseRecord.newAttempt(), []);
    dialog.addEventListener("close", answered, { once: true });
    dialog.showModal();
  }

  /** @param {Event} event */
  #change = (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.dataset.setting === "aloud") {
      this.#voice.on = box.checked;
      if (!box.checked) this.#voice.stop();
    }
    if (box.dataset.setting === "why") {
      courseRecord.record({ verb: "note", item: CourseRolePlay.WHY, result: { value: box.checked ? "yes" : "no" } });
    }
  };

  /**
   * The digits choose, as long as the focus is in here and nothing is being asked.
   * @param {KeyboardEvent} event
   */
  #press = (event) => {
    if (this.querySelector("dialog[open]") || event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^[1-9]$/.test(event.key)) return;
    const button = this.querySelectorAll(".play-option")[Number(event.key) - 1];
    if (this.#phase !== "talking" || !(button instanceof HTMLElement)) return;
    event.preventDefault();
    this.#choose(button.dataset.choice ?? "");
  };
}

customElements.define("course-role-play", CourseRolePlay);
