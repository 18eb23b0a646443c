"use strict";
(() => {
  const facts = Array.from(document.querySelectorAll(".fact"));
  const byId = (id) => document.getElementById(id);
  const controls = byId("controls");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const pointsOf = (fact) => Array.from(fact.querySelectorAll(".point"));
  // What stands between points is sifted like them and is none.
  const isPoint = (part) => Boolean(part.id);
  const points = document.querySelectorAll(".point[id]").length;
  const searched = new Map();
  let reset = () => {};

  const searchText = (fact) => {
    if (!searched.has(fact)) {
      const parts = fact.querySelectorAll(".title, .quote, .who, .note");
      searched.set(fact, plain(Array.from(parts, (part) => part.textContent).join("\n")));
    }
    return searched.get(fact);
  };

  if (controls) {
    const find = byId("find"), source = byId("source"), confidence = byId("confidence");
    const buttons = Array.from(controls.querySelectorAll("[data-status]"));
    let status = "", waiting = 0;

    const apply = () => {
      waiting = 0;
      const words = plain(find.value).split(/\s+/).filter(Boolean);
      const least = Number(confidence.value);
      const sifted = Boolean(status || least);
      let shown = 0, pointsShown = 0;
      for (const fact of facts) {
        // A fact is shown for any of its points, and of these only those that fit.
        const fitting = pointsOf(fact).filter((point) => {
          const fits = (!status || point.dataset.status === status) && Number(point.dataset.confidence) >= least;
          point.hidden = !fits;
          return fits;
        });
        for (const once of fact.querySelectorAll(".once")) once.hidden = sifted;
        const fits = fitting.length > 0 &&
          (!source.value || fact.dataset.sources.split(" ").includes(source.value)) &&
          (!words.length || words.every((word) => searchText(fact).includes(word)));
        fact.hidden = !fits;
        if (fits) {
          shown += 1;
          pointsShown += fitting.filter(isPoint).length;
        }
      }
      byId("least").value = least + "%";
      const counted = (n, of, noun) =>
        (n === of ? n : n + " of " + of) + " " + noun + (of === 1 ? "" : "s");
      byId("shown").textContent = counted(shown, facts.length, "fact") +
        (points > facts.length ? " with " + counted(pointsShown, points, "point") : "") + " shown";
      byId("none").hidden = shown > 0;
      byId("reset").hidden = shown === facts.length && !document.querySelector(".point[hidden]");
    };
    const soon = () => { if (!waiting) waiting = requestAnimationFrame(apply); };
    const choose = (wanted) => {
      status = wanted;
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.status === wanted));
      soon();
    };
    reset = () => {
      find.value = ""; source.value = ""; confidence.value = "0";
      choose("");
      apply();
    };

    for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.status));
    for (const field of [find, source, confidence]) field.addEventListener("input", soon);
    byId("reset").addEventListener("click", () => { reset(); find.focus(); });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest && event.target.closest("input, select, textarea");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        find.focus();
        find.select();
      } else if (event.key === "Escape" && event.target === find) {
        find.value = "";
        soon();
      }
    });
    controls.hidden = false;
    // A browser may bring field values back when the page is loaded again.
    apply();
  }

  // On a long page, what comes into view on the way gets its real size, and the target moves: go there again.
  const goTo = (target, times = 6) => {
    target.scrollIntoView();
    if (times && document.documentElement.classList.contains("long")) {
      requestAnimationFrame(() => goTo(target, times - 1));
    }
  };

  // A claim that overlaps with others lies in several passages: light them all.
  let lit = [];
  const land = () => {
    for (const passage of lit) passage.classList.remove("lit");
    lit = [];
    const target = location.hash.length > 1 && byId(location.hash.slice(1));
    if (!target) return;
    if (target.matches(".fact, .point")) {
      const fact = target.closest(".fact");
      if (target.hidden || fact.hidden) reset();
      fact.open = true;
      goTo(target);
    } else if (target.matches(".claim, .anchor")) {
      const claim = target.id.slice("claim-".length);
      for (let next = target; next; next = next.nextElementSibling) {
        if (!next.matches("[data-claims]")) continue;
        if (!next.dataset.claims.split(" ").includes(claim)) break;
        next.classList.add("lit");
        lit.push(next);
      }
      goTo(target);
    }
  };
  addEventListener("hashchange", land);
  land();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
    closed = [];
  });
})();
