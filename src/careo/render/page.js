"use strict";
(() => {
  const all = (where, what) => Array.from(where.querySelectorAll(what));
  const open = (node) => {
    for (let at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };

  const kinds = document.getElementById("filter-kinds");
  if (kinds) {
    const boxes = all(kinds, "input");
    const apply = () => {
      const on = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      for (const one of all(document, "#differences > .difference")) one.hidden = !on.has(one.dataset.kind);
      document.getElementById("none-shown").hidden = on.size > 0;
    };
    kinds.hidden = false;
    kinds.addEventListener("change", apply);
    apply();
  }

  const words = document.getElementById("filter-words");
  const claims = all(document, ".claim").map((node) => ({ node, text: node.textContent.toLowerCase() }));
  if (words && claims.length > 1) {
    const field = words.querySelector("input");
    const status = words.querySelector("[role=status]");
    words.hidden = false;
    field.addEventListener("input", () => {
      const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { node, text } of claims) {
        node.hidden = !wanted.every((word) => text.includes(word));
        if (node.hidden) continue;
        shown += 1;
        if (wanted.length) open(node.parentElement);
      }
      for (const shelf of all(document, "#claims > .shelf")) {
        shelf.hidden = all(shelf, ".claim").every((node) => node.hidden);
      }
      status.textContent = wanted.length ? `${shown} of ${claims.length} claims shown` : "";
    });
  }

  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    target.hidden = false;
    open(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(document, "details:not([open])");
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
