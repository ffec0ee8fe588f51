// Leaves of each kind of element the first few. A kind is the tags and classes from the element up to its section,
// whatever layer that stands in; an element stays while it holds one of a kind that is still wanted.
(each) => {
  const found = new Map(), above = new Map(), surplus = [];
  const named = (at) => `${at.localName}.${at.getAttribute("class") || ""}`;
  const path = (at) => {
    if (!at || at === document.body) return "";
    if (!above.has(at)) above.set(at, `${path(at.parentElement)}>${named(at).replace(/\bl\d+\b/, "")}`);
    return above.get(at);
  };
  for (const at of document.body.querySelectorAll("*")) {
    if (at.matches("script, option") || ![...at.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
    const kind = `${path(at.parentElement)}>${named(at)}`;
    found.set(kind, (found.get(kind) || 0) + 1);
    if (found.get(kind) > each) surplus.push(at);
  }
  for (const at of surplus.reverse()) if (!at.querySelector("*")) at.remove();
  for (const at of [...document.body.querySelectorAll("li, tr, p, g, a, span, blockquote, article, details")].reverse())
    if (!at.textContent.trim() && !at.querySelector("input, svg, img")) at.remove();
}
