import type { Block, ReportDocument, Section } from "./blocks.ts";
import { matrixSvg, radarSvg, trendSvg } from "./charts.ts";
import { REPORT_STYLE } from "./html-style.ts";
import { htmlText } from "./html-text.ts";

/** The report as one self-contained page: no script, nothing fetched, navigation by anchors, fit to print. */
export function reportHtml({ title, lead, sections }: ReportDocument): string {
  const links = sections.map(({ id, title: words }) => `<li><a href="#${id}">${htmlText(words)}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<nav aria-label="Sections"><p><a href="#top">${htmlText(title)}</a></p><ul>${links}</ul></nav>
<main id="main">
<h1 id="top">${htmlText(title)}</h1>
<p class="lead">${htmlText(lead)}</p>
${sections.map((section) => sectionHtml(section, 2)).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml({ id, title, blocks, sections = [] }: Section, level: number): string {
  const inner = `${blocks.map((block, index) => blockHtml(block, index === 0 ? title : `${title}, part ${index + 1}`)).join("\n")}\n${sections.map((one) => sectionHtml(one, level + 1)).join("\n")}`;
  // Long appendices stay folded; a browser opens them for a search and for an anchor.
  if (level > 3) return `<details id="${id}"><summary>${htmlText(title)}</summary>\n${inner}</details>`;
  return `<section aria-labelledby="${id}">\n<h${level} id="${id}">${htmlText(title)}</h${level}>\n${inner}</section>`;
}

function blockHtml(block: Block, title: string): string {
  switch (block.kind) {
    case "text":
      return `<p>${htmlText(block.text)}</p>`;
    case "notice":
      return `<p class="notice" role="note">${htmlText(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${htmlText(item)}</li>`).join("")}</ul>`;
    case "facts":
      return tableHtml({ kind: "table", head: [], rows: block.facts }, title, "wide facts");
    case "table":
      return tableHtml(block, title);
    case "code":
      return `<pre tabindex="0"><code>${htmlText(block.text)}</code></pre>`;
    case "radar":
      return radarSvg(block.label, block.axes);
    case "matrix":
      return matrixSvg(block);
    case "trend":
      return trendSvg(block.label, block.points, block.max);
  }
}

function tableHtml({ head, rows }: Extract<Block, { kind: "table" }>, title: string, look = "wide"): string {
  const cells = (row: readonly string[]) =>
    row
      .map((cell, index) => (index === 0 ? `<th scope="row">${htmlText(cell)}</th>` : `<td>${htmlText(cell)}</td>`))
      .join("");
  const heading =
    head.length === 0
      ? ""
      : `<thead><tr>${head.map((name) => `<th scope="col">${htmlText(name)}</th>`).join("")}</tr></thead>`;
  return `<div class="${look}" role="region" aria-label="Table of ${htmlText(title)}" tabindex="0"><table>${heading}<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</tbody></table></div>`;
}
