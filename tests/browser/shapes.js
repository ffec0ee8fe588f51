// Drawn shapes whose stroke or fill is too near the page's colour: WCAG 2.2, 1.4.11.
(selector) => {
  const parts = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => part / 255).map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(parts(getComputedStyle(document.body).backgroundColor));
  const against = (text) => {
    if (text === "none") return 0;
    const own = light(parts(text));
    return (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05);
  };
  const found = new Set();
  for (const at of document.querySelectorAll(selector)) {
    const style = getComputedStyle(at), best = Math.max(against(style.fill), against(style.stroke));
    if (best < 3) found.add(`${at.localName}.${at.getAttribute("class")} ${best.toFixed(2)}`);
  }
  return [...found];
}
