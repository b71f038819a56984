import { createHash } from "node:crypto";
import { Html } from "./html";

/** Every pair of colours has a contrast of 4.5 to 1 at least. Nothing is told by colour alone: what is `good`, `bad`, `open` or `plain` is a word, too. */
export const STYLE = `
:root { --ink: #1b1f24; --quiet: #4a5159; --line: #c9ced4; --paper: #fff; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; padding-top: .4rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .2rem; }
p { margin: .3rem 0; max-width: 60rem; }
p, li { overflow-wrap: break-word; }
a { color: #0b4a9e; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #0b4a9e; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.quiet { color: var(--quiet); }
.banner { margin: 1rem 0; padding: .9rem 1.1rem; border: 2px solid; border-left-width: .9rem; font-size: 1.15rem; font-weight: 600; }
.good { color: #0b5d1e; background: #e6f4e8; border-color: #0b5d1e; }
.bad { color: #8c1414; background: #fdeaea; border-color: #8c1414; }
.open { color: #5c4400; background: #fff4d1; border-color: #5c4400; }
.plain { color: #35393e; background: #eceef0; border-color: #35393e; }
.word { display: inline-block; padding: 0 .45rem; border: 1px solid; border-radius: .2rem; font-size: .85rem; font-weight: 600;
  white-space: nowrap; }
.findings { margin: .6rem 0; padding-left: 1.4rem; } .findings > li { padding: .35rem 0 .35rem .3rem; }
.findings p { margin: .15rem 0; }
pre { margin: .4rem 0; padding: .5rem .7rem; border: 1px solid var(--line); overflow-x: auto; }
td pre { margin: .2rem 0; padding: .15rem .4rem; white-space: pre-wrap; }
summary { cursor: pointer; }
ul.names { columns: 16rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: left; color: var(--quiet); padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 600; }
.thing { width: 24%; } .short { width: 6.5rem; } .time { width: 10rem; } .mend { width: 34%; } .count { width: 8rem; }
code, pre { font: inherit; font-size: .88em; font-family: ui-monospace, "Liberation Mono", Consolas, monospace; }
ul.tree, ul.tree ul { list-style: none; margin: 0; padding-left: 1.3rem; border-left: 1px solid var(--line); }
ul.tree { padding-left: 0; border-left: 0; }
ul.tree li { padding: .12rem 0 .12rem .4rem; min-width: 15rem; }
ul.tree .word { white-space: normal; }
@media screen { .scroll table { min-width: 36rem; } }
@page { size: A4; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .skip { display: none; }
  .good, .bad, .open, .plain { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, caption { break-after: avoid; }
  pre { white-space: pre-wrap; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
}
`;

const hash = createHash("sha256").update(STYLE).digest("base64");

/** Whole, as the hash counts every blank in it. */
export const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** Nothing is loaded, nothing runs: only this style holds. */
export const POLICY = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
