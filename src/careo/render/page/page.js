"use strict";
(() => {
  const all = (where, what) => Array.from(where.querySelectorAll(what));
  const by = (id) => document.getElementById(id);
  const open = (node) => {
    for (let at = node; at && at !== document.body; at = at.parentElement) {
      at.hidden = false;
      if (at.tagName === "DETAILS") at.open = true;
    }
  };

  const kinds = by("filter-kinds");
  const boxes = kinds ? all(kinds, "input") : [];
  const showKinds = () => {
    const on = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const one of all(document, "#differences > .difference")) one.hidden = !on.has(one.dataset.kind);
    if (kinds) by("none-shown").hidden = on.size > 0;
  };

  const words = by("filter-words");
  const field = words && words.querySelector("input");
  let claims = null;
  const showWords = () => {
    if (!field || (!claims && !field.value)) return;
    claims ??= all(document, ".claim").map((node) => ({ node, text: node.textContent.toLowerCase() }));
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { node, text } of claims) {
      node.hidden = !wanted.every((word) => text.includes(word));
      shown += !node.hidden;
    }
    for (const shelf of all(document, "#claims > .shelf")) {
      shelf.hidden = all(shelf, ".claim").every((node) => node.hidden);
      if (wanted.length && !shelf.hidden) shelf.open = true;
    }
    const status = words.querySelector("[role=status]");
    const said = status.dataset.words.replace("{shown}", shown).replace("{all}", claims.length);
    status.textContent = wanted.length ? said : "";
  };

  const ties = by("filter-ties");
  const deed = ties && ties.querySelector("select");
  const showTies = () => {
    for (const one of deed ? all(document, "#network tbody[data-deed]") : []) {
      one.hidden = deed.value !== "" && one.dataset.deed !== deed.value;
      if (deed.value && !one.hidden) open(one);
    }
  };

  // The state of the filters stands in the address, so that it can be sent; the browser's "back" undoes a step.
  const used = by("keys-used");
  let typing = false;
  const read = () => {
    const query = new URLSearchParams(location.search);
    const off = (query.get("without") || "").split(",");
    for (const box of boxes) box.checked = !off.includes(box.value);
    if (field) field.value = query.get("words") || "";
    if (deed) deed.value = query.get("ties") || "";
    if (deed && deed.selectedIndex < 0) deed.value = "";
    used.checked = query.get("keys") !== "off";
    show();
  };
  const show = () => {
    showKinds();
    showWords();
    showTies();
    by("filtered").hidden = boxes.every((box) => box.checked) && !(field && field.value.trim()) && !(deed && deed.value);
  };
  const write = (typed) => {
    const query = new URLSearchParams();
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) query.set("without", off.join(","));
    if (field && field.value.trim()) query.set("words", field.value.trim());
    if (deed && deed.value) query.set("ties", deed.value);
    if (!used.checked) query.set("keys", "off");
    const address = location.pathname + (String(query) && `?${query}`) + location.hash;
    try {
      if (typed && typing) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    } catch {
      // Where a page may not name its address (some previews), the filters work without it.
    }
    typing = typed;
    show();
  };
  if (kinds) kinds.hidden = false;
  if (words) words.hidden = all(document, ".claim").length < 2;
  if (ties) ties.hidden = false;
  if (ties) ties.addEventListener("change", () => write(false));
  if (kinds) kinds.addEventListener("change", () => write(false));
  if (field) field.addEventListener("input", () => write(true));
  used.addEventListener("change", () => write(false));
  by("filtered").querySelector("button").addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    if (field) field.value = "";
    if (deed) deed.value = "";
    write(false);
    by("main").focus();
  });
  addEventListener("popstate", () => {
    typing = false;
    read();
  });

  const list = by("keys");
  const stops = ".difference, .claim";
  const step = (forward) => {
    const shown = all(document, stops).filter((node) => node.checkVisibility());
    const here = shown.indexOf(document.activeElement.closest(stops));
    const below = shown.findIndex((node) => node.getBoundingClientRect().bottom > 0);
    const next = shown[here >= 0 ? here + (forward ? 1 : -1) : forward ? below : below - 1];
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    aim(next, 3);
  };
  const keys = {
    j: () => step(true),
    k: () => step(false),
    "?": () => list.showModal(),
    "/": () => field && !words.hidden && (field.focus(), field.select()),
  };
  addEventListener("keydown", (event) => {
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    const typed = event.target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (!act || typed || list.open || !used.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  const offer = by("keys-offer");
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", () => list.showModal());
  by("open-all").addEventListener("click", () => {
    for (const one of all(document, "details")) one.open = true;
  });
  list.querySelector("button").addEventListener("click", () => list.close());

  // What was not laid out before has its true height only once it is near: aim again for some frames.
  const aim = (target, frames) => {
    target.scrollIntoView();
    if (frames) requestAnimationFrame(() => aim(target, frames - 1));
  };
  const follow = () => {
    const target = by(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    open(target);
    // Tab goes on from here; a browser forgets the place where a section before it is laid out late.
    if (target.tabIndex < 0) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
    aim(target, 15);
  };
  addEventListener("hashchange", follow);
  read();
  follow();
})();
