"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A link into a closed part opens it, and a way back to where it was followed appears.
  const back = byId("back");
  let from = null;
  const arrive = () => {
    const at = byId(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    for (let box = at; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    at.scrollIntoView({ block: at.offsetHeight < innerHeight / 2 && !at.matches("section, main") ? "center" : "start" });
  };
  addEventListener("hashchange", () => {
    arrive();
    back.hidden = !from;
    if (from) back.querySelector("span").textContent = from;
    from = null;
  });
  if (location.hash) arrive();
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a[href^='#']");
    if (!link) return;
    const name = link.closest("article.metric")?.querySelector(".name") || link.closest("section")?.querySelector("h2, h1");
    from = name && !link.matches(".self") ? name.textContent : null;
  }, true);
  back.addEventListener("click", () => { back.hidden = true; history.back(); });

  // What a link leads to in a text stands below the legend, which stays on the screen.
  const legend = document.querySelector(".legend");
  if (legend) new ResizeObserver(() => legend.parentElement.style.setProperty("--legend", legend.offsetHeight + 8 + "px")).observe(legend);

  // A mark tells which rule fired and why: read from the list of evidence it stands in.
  const card = byId("card");
  if ("popover" in HTMLElement.prototype) document.addEventListener("click", (event) => {
    const mark = event.target.closest(".text a.mk, .text a.bk");
    if (!mark) return;
    event.preventDefault();
    const own = mark.getAttribute("href").slice(3);
    const row = card.querySelector("template").content;
    const list = card.querySelector("ul");
    list.textContent = "";
    for (const anchor of (mark.dataset.marks || own).split(" ")) {
      const entry = byId("e-" + anchor);
      if (!entry) continue;
      const item = row.cloneNode(true);
      const metric = entry.closest(".metric");
      item.querySelector(".swatch").textContent = entry.querySelector(".code").textContent;
      item.querySelector("li").className = metric.className.replace("metric", "");
      item.querySelector(".metric-name").textContent = metric.querySelector(".name").textContent;
      item.querySelector(".rule").textContent = entry.parentElement.previousElementSibling.querySelector("bdi").textContent;
      item.querySelector(".why").textContent = entry.querySelector(".sub")?.textContent || "";
      item.querySelector("a").href = "#e-" + anchor;
      list.append(item);
    }
    const place = mark.getClientRects()[0] || mark.getBoundingClientRect();
    card.showPopover();
    card.style.left = Math.max(8, Math.min(place.left, innerWidth - card.offsetWidth - 16)) + "px";
    const below = place.bottom + 8;
    card.style.top = (below + card.offsetHeight < innerHeight ? below : Math.max(8, place.top - card.offsetHeight - 8)) + "px";
    if (event.detail === 0) card.querySelector("a").focus();
  });
  card.addEventListener("click", (event) => { if (event.target.closest("a")) card.hidePopover(); });

  // In the texts, n and p go to the next and the previous mark that is shown.
  const texts = byId("texts");
  texts?.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) return;
    const on = byId("layer-all").checked ? null : new Set(all("input:checked", texts).map((box) => box.id.replace("layer-", "l")));
    const marks = all("a.mk[id], a.bk", texts).filter((mark) => !on || [...mark.classList].some((name) => on.has(name)));
    const here = marks.indexOf(document.activeElement);
    const next = marks[(here + step + marks.length) % marks.length];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  });
  all(".with-script").forEach((each) => { each.hidden = false; });

  // Find: every place is marked, and the arrows go from one to the next.
  const form = document.querySelector(".find");
  if (window.Highlight && CSS.highlights) {
    const field = byId("find");
    const said = form.querySelector("output");
    let places = [];
    let at = -1;
    form.hidden = false;
    const search = () => {
      const wanted = field.value.trim().toLowerCase();
      places = [];
      at = -1;
      CSS.highlights.delete("found-here");
      if (wanted.length > 1) {
        for (const block of all("main :is(p, li, td, th, h1, h2, h3, h4, h5, dt, dd, summary, figcaption, a.card)")) {
          if (block.querySelector("p, li, td, dd")) continue;
          const nodes = [];
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          let text = "";
          while (walker.nextNode()) {
            nodes.push([text.length, walker.currentNode]);
            text += walker.currentNode.data;
          }
          text = text.toLowerCase();
          const spot = (offset) => {
            const [start, node] = nodes.findLast(([first]) => first <= offset);
            return [node, Math.min(offset - start, node.length)];
          };
          for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
            const range = new Range();
            range.setStart(...spot(i));
            const [node, end] = spot(i + wanted.length - 1);
            range.setEnd(node, Math.min(end + 1, node.length));
            places.push(range);
          }
        }
      }
      CSS.highlights.set("found", new Highlight(...places));
      said.textContent = wanted.length > 1 ? `${places.length}` : "";
    };
    const go = (step) => {
      if (!places.length) return;
      at = (at + step + places.length) % places.length;
      const element = places[at].startContainer.parentElement;
      for (let box = element; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
      element.scrollIntoView({ block: "center" });
      CSS.highlights.set("found-here", new Highlight(places[at]));
      said.textContent = `${at + 1} / ${places.length}`;
    };
    field.addEventListener("input", search);
    form.addEventListener("submit", (event) => { event.preventDefault(); go(1); });
    all("button[data-step]", form).forEach((each) => each.addEventListener("click", () => go(Number(each.dataset.step))));
  }

  // The section on the screen is the current one of the list; on a phone the list begins closed.
  const contents = document.querySelector(".side nav details");
  const narrow = matchMedia("(max-width: 68rem)");
  const fit = () => { contents.open = !narrow.matches; };
  narrow.addEventListener("change", fit);
  fit();
  const entries = new Map(all(".side nav a").map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) if (isIntersecting && entries.has(target.id)) {
      entries.forEach((link) => link.removeAttribute("aria-current"));
      entries.get(target.id).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  all("main section").forEach((section) => seen.observe(section));
})();
