// Every visible text, drawn and pseudo elements included, whose contrast is too low: WCAG 2.2, 1.4.3.
// Backgrounds are laid over one another up to the page's; a picture under a text is told, as it cannot be judged.
(least) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const colours = new Map();
  const rgba = (text) => {
    if (!colours.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      colours.set(text, [r, g, b, a / 255]);
    }
    return colours.get(text);
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const canvasColour = rgba(getComputedStyle(document.documentElement).getPropertyValue("--browser-canvas") || "Canvas");
  const grounds = new Map();
  const ground = (at) => {
    if (!at) return { colour: canvasColour, picture: false };
    if (!grounds.has(at)) {
      const style = getComputedStyle(at), below = ground(at.parentElement);
      const own = rgba(style.backgroundColor);
      const picture = style.backgroundImage !== "none" || (below.picture && own[3] < 1);
      grounds.set(at, { colour: over(own, below.colour), picture });
    }
    return grounds.get(at);
  };
  const opacity = (at) => (at ? Number(getComputedStyle(at).opacity) * opacity(at.parentElement) : 1);
  const found = new Map();
  const judge = (at, style, words) => {
    const { colour, picture } = ground(at);
    const drawn = at.namespaceURI.endsWith("svg");
    const ink = [...rgba(drawn ? style.fill : style.color)];
    const shown = opacity(at);
    if (shown === 0) return; // not shown until it is pointed at or has the focus
    ink[3] *= shown;
    const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
    const needed = least || (size >= 24 || (bold && size >= 18.66) ? 3 : 4.5);
    const has = ratio(over(ink, colour), colour);
    if (!picture && has >= needed) return;
    const chain = [at, at.parentElement, at.parentElement.parentElement].map(
      (each) => each.localName + (each.id && !each.id.match(/\d/) ? "#" + each.id : "") + (each.getAttribute("class") ? "." + each.getAttribute("class") : ""));
    const key = `${chain.reverse().join(" > ")}: ${picture ? "a picture below, " : ""}${has.toFixed(2)} of ${needed}`;
    if (!found.has(key)) found.set(key, words.trim().slice(0, 40));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(at)) continue;
    seen.add(at);
    if (at.closest("script, style, noscript, title, desc") || !at.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(at);
    if (parseFloat(style.fontSize) === 0 || at.closest(".hidden, .skip:not(:focus)")) continue;
    judge(at, style, walker.currentNode.data);
  }
  for (const at of document.body.querySelectorAll("*"))
    for (const which of ["::before", "::after", "::marker"]) {
      const style = getComputedStyle(at, which);
      if (which === "::marker" ? getComputedStyle(at).display !== "list-item" : ["none", "normal", '""'].includes(style.content)) continue;
      if (at.checkVisibility({ visibilityProperty: true })) judge(at, style, which + " " + style.content);
    }
  return [...found].map(([key, words]) => `${key} in “${words}”`);
}
