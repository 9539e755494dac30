/** The look of the report's page: light and dark by the reader's setting, black on white in print. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--panel:#fff;--ink:#1d2129;--soft:#565d6b;--line:#d9d7d0;--accent:#0b5c7a;--warn:#7a4a00;--good:#2e7d4f;--bad:#b3261e;--warnbg:#fdf3df}
@media (prefers-color-scheme:dark){:root{--paper:#15181d;--panel:#1c2027;--ink:#e8e6e1;--soft:#a9b0bc;--line:#343a45;--accent:#7cc4e0;--warn:#f0c070;--good:#6cc492;--bad:#f2827a;--warnbg:#33280f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif;display:grid;grid-template-columns:15rem minmax(0,1fr)}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--panel);padding:.5rem}
nav{position:sticky;top:0;align-self:start;padding:2rem 1.25rem;font-size:.9rem;max-height:100vh;overflow:auto}
nav p{font-weight:600;margin:0 0 .75rem}nav ul{list-style:none;margin:0;padding:0}nav li{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:2px}a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
main{padding:2rem 2rem 6rem;max-width:70rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.4rem;margin:3rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}h3{font-size:1.1rem;margin:2rem 0 .5rem}
.lead{font-size:1.1rem;color:var(--soft);max-width:60ch}p{max-width:75ch}p,td,tbody th,li,summary{unicode-bidi:plaintext}
.notice{background:var(--warnbg);color:var(--warn);border-left:4px solid;padding:.6rem .9rem}
.wide{overflow-x:auto;margin:1rem 0;border:1px solid var(--line);background:var(--panel)}
table{border-collapse:collapse;width:100%;font-size:.875rem}th,td{text-align:left;vertical-align:top;padding:.45rem .7rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}
.facts{width:fit-content;max-width:100%}.facts table{width:auto}thead th{color:var(--soft);white-space:nowrap}tbody th{font-weight:500;min-width:6rem}tbody tr:last-child>*{border-bottom:0}td{min-width:4rem}
pre{overflow-x:auto;background:var(--panel);border:1px solid var(--line);padding:.8rem 1rem;font-size:.8125rem}
details{margin:.4rem 0}summary,h1,h2,h3{overflow-wrap:anywhere}summary{cursor:pointer}
svg{display:block;margin:1rem 0;font:13px system-ui,sans-serif}svg text{fill:var(--ink)}
.radar{max-width:32rem}.ring{fill:none;stroke:var(--line)}.score{fill:var(--accent);fill-opacity:.25;stroke:var(--accent);stroke-width:2}
.scroll{overflow-x:auto}.matrix{max-width:52rem;min-width:44rem;font-size:8px}.matrix .pass{fill:var(--good)}.matrix .partial{fill:var(--good);fill-opacity:.6}.matrix .fail{fill:var(--bad)}.matrix .pending{fill:var(--warn)}.matrix .skipped{fill:var(--line)}.matrix path{stroke:var(--panel);stroke-width:1.5;fill:none}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 1rem;padding:0;font-size:.875rem}.key li::before{content:"";display:inline-block;width:.7rem;height:.7rem;margin-right:.4rem}.key .pass::before{background:var(--good)}.key .partial::before{background:var(--good);opacity:.6}.key .fail::before{background:var(--bad)}.key .pending::before{background:var(--warn)}.key .skipped::before{background:var(--line)}
.trend{max-width:34rem}.trend polyline{fill:none;stroke:var(--accent);stroke-width:2}.trend circle{fill:var(--accent)}
@media (max-width:60rem){body{display:block}nav{position:static;max-height:none;padding:1.25rem}main{padding:1.25rem}}
@media print{nav,.skip{display:none}body{display:block;background:#fff;color:#000}.wide,.scroll{overflow:visible}.matrix{min-width:0}h2,h3{break-after:avoid}tr,pre{break-inside:avoid}}
`.trim();
