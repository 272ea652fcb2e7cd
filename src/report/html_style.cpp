#include "report/html_style.hpp"

namespace report {

// On a screen: sheets of paper in the system's sans-serif. On paper: GB/T 9704-2012. Type area 156 mm × 225 mm with 22
// lines of 28 characters of size 3 (16 pt) 仿宋: a line is 225 mm / 22 = 28.95 pt, and 28 × 16 pt fit into 156 mm only
// with 0.21 pt less between characters. Title size 2 (22 pt) 小标宋; heading levels 黑体, 楷体, 仿宋, 仿宋; page number
// size 4 between dashes, odd pages right, even left. Tables are not in the standard: size 5 (10.5 pt) with a head that
// repeats and rows that are not split. Fonts fall back along domain practice: the standard's own, those of Windows and
// macOS, then the free ones.
const std::string_view html_style = R"CSS(
:root {
  color-scheme: light;
  --clause-end: "；";
  --song: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋", "SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", serif;
  --fang: "仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "FandolFang", "Noto Serif CJK SC", "Noto Serif SC", serif;
  --kai: "楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "Kaiti SC", "AR PL UKai CN", "Noto Serif CJK SC", "Noto Serif SC", serif;
  --hei: "SimHei", "黑体", "STHeiti", "PingFang SC", "Heiti SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --sans: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
:root:lang(zh-Hant) {
  --song: "PMingLiU", "新細明體", "Songti TC", "Noto Serif CJK TC", "Noto Serif TC", serif;
  --fang: "FangSong", "STFangsong", "PMingLiU", "Noto Serif CJK TC", "Noto Serif TC", serif;
  --kai: "DFKai-SB", "標楷體", "BiauKai", "Kaiti TC", "Noto Serif CJK TC", "Noto Serif TC", serif;
  --hei: "Microsoft JhengHei", "PingFang TC", "Heiti TC", "Noto Sans CJK TC", "Noto Sans TC", sans-serif;
  --sans: system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", sans-serif;
}
:root:lang(en) {
  --song: "Times New Roman", "Liberation Serif", "Noto Serif CJK SC", serif;
  --fang: var(--song);
  --kai: var(--song);
  --hei: Arial, "Liberation Sans", "Noto Sans CJK SC", sans-serif;
  --sans: system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
  --clause-end: "; ";
}
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; line-break: strict; }
h1, h2, h3, h4, h5, h6, p, ol, ul, dl, dd, table { margin: 0; padding: 0; font-weight: inherit; font-size: inherit; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
.right { text-align: right; }
.centre { text-align: center; }
.date { white-space: nowrap; }
ul.figures { list-style: none; }

@media screen {
  body { background: #f5f6f8; color: #1b2430; font: 15px/1.75 var(--sans); }
  main { max-width: 80rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  section { background: #fff; border: 1px solid #e3e6eb; border-radius: 10px; padding: 2.5rem 3rem; margin: 0 auto 1rem; max-width: 60rem; }
  section.wide { max-width: none; }
  h1 { font-size: 1.75rem; line-height: 1.4; font-weight: 600; text-align: center; text-wrap: balance; }
  .subtitle { text-align: center; color: #5c6675; margin-top: .25rem; }
  h2 { font-size: 1.25rem; line-height: 1.5; font-weight: 600; margin: 2.25rem 0 .75rem; padding-bottom: .375rem; border-bottom: 1px solid #e3e6eb; }
  h3 { font-size: 1.0625rem; font-weight: 600; margin: 1.5rem 0 .5rem; }
  h4, h5, h6 { font-weight: 600; margin: 1.125rem 0 .25rem; }
  section > :first-child { margin-top: 0; }
  p { margin: .5rem 0; }
  p > b { font-weight: 600; }
  .note { color: #5c6675; font-size: .8125rem; }
  ol { list-style: none; margin: .5rem 0; }
  li { margin: .25rem 0; }
  .scroll { overflow-x: auto; margin: .75rem 0; }
  .scroll:focus-visible { outline: 2px solid #0f766e; outline-offset: 2px; }
  .scroll table { min-width: 38rem; }
  .wide .scroll table { min-width: 60rem; }
  table { font-size: .875rem; line-height: 1.6; }
  th { background: #fafbfc; color: #5c6675; font-weight: 600; }
  th, td { border-bottom: 1px solid #e3e6eb; padding: .5rem .625rem; }
  thead th { border-top: 1px solid #e3e6eb; }
  .total td { font-weight: 600; background: #fafbfc; }
  .facts { margin: .75rem 0; border-left: 3px solid #e3e6eb; padding: .125rem 0 .125rem 1rem; }
  .facts .head { font-weight: 600; margin: 0; }
  dl > div { display: flex; gap: .25rem; }
  dt { color: #5c6675; flex: none; }
  .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; }
  .figures li { border: 1px solid #e3e6eb; border-radius: 10px; padding: .75rem 1rem; margin: 0; }
  .figures .label { display: block; color: #5c6675; font-size: .8125rem; }
  .figures b { display: block; font-size: 1.5rem; line-height: 1.4; font-weight: 600; font-variant-numeric: tabular-nums; }
  .figures .note { display: block; }
  .signature { margin: 2.5rem 0 1rem; }
  .signature td { height: 3rem; }
}
@media screen and (max-width: 40rem) {
  main { padding: 0; }
  section { border-radius: 0; border-width: 0 0 1px; padding: 1.5rem 1rem; }
  dl > div { display: block; }
  dt { display: inline; }
  dd { display: inline; }
}

@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt "SimSun", "宋体", "Noto Serif CJK SC", serif; vertical-align: top; padding: 3mm 5mm 0 0; } }
  @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "SimSun", "宋体", "Noto Serif CJK SC", serif; vertical-align: top; padding: 3mm 0 0 5mm; } }
  @page wide { size: A4 landscape; margin: 28mm 35mm 26mm 37mm; }
  .wide { page: wide; }
  section { break-before: page; }
  section:first-child { break-before: auto; }
  body { color: #000; font: 16pt/28.95pt var(--fang); letter-spacing: -.21pt; text-align: justify; orphans: 1; widows: 1; }
  h1 { font: 22pt/34pt var(--song); text-align: center; letter-spacing: 0; text-wrap: balance; }
  .subtitle { font-family: var(--kai); text-align: center; }
  h1, .subtitle { break-after: avoid; }
  h1 + :not(.subtitle), .subtitle + * { margin-top: 28.95pt; }
  h2, h3, h4, h5, h6 { text-indent: 2em; break-after: avoid; }
  h2 { font-family: var(--hei); }
  h3 { font-family: var(--kai); }
  .wide :is(h2, h3, p) { text-indent: 0; }
  p { text-indent: 2em; }
  p > b { font-weight: normal; font-family: var(--hei); }
  .note { font-size: 12pt; line-height: 20pt; }
  ol { list-style: none; }
  li { text-indent: 2em; }
  .scroll { margin: 6pt 0; }
  table { font-size: 10.5pt; line-height: 16pt; letter-spacing: 0; text-align: left; }
  .wide table { font-size: 9.5pt; line-height: 15pt; }
  th, td { border: .5pt solid #000; padding: 2pt 3pt; }
  th { font-family: var(--hei); font-weight: normal; text-align: center; vertical-align: middle; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .total td { font-family: var(--hei); }
  /* one paragraph a record: head, then clauses */
  .facts { text-indent: 2em; font-size: 12pt; line-height: 20pt; margin: 2pt 0; }
  .facts .head, dl, dl > div, dt, dd { display: inline; text-indent: 0; }
  .facts .head { font-family: var(--hei); }
  .facts .head::after { content: "　"; }
  dl > div:not(:last-child)::after { content: var(--clause-end); }
  dt { font-family: var(--kai); }
  /* but the facts of the title are lines */
  :is(h1, .subtitle) + .facts { font-size: 16pt; line-height: 28.95pt; margin: 28.95pt 0 0; }
  :is(h1, .subtitle) + .facts dl > div { display: block; text-indent: 2em; }
  :is(h1, .subtitle) + .facts dl > div::after { content: none; }
  ul.figures { display: grid; grid-template-columns: repeat(3, 1fr); border: .5pt solid #000; border-width: .5pt 0 0 .5pt; margin: 6pt 0; break-inside: avoid; font-size: 12pt; line-height: 20pt; }
  .figures li { text-indent: 0; text-align: center; border: .5pt solid #000; border-width: 0 .5pt .5pt 0; padding: 4pt; }
  .figures .label, .figures .note { display: block; font-size: 10.5pt; line-height: 15pt; }
  .figures b { font: 16pt/24pt var(--hei); }
  .signature { margin-top: 28.95pt; font-size: 12pt; line-height: 20pt; break-inside: avoid; }
  .signature td { height: 36pt; vertical-align: middle; }
  /* the standard is about Chinese; English is set as English */
  :root:lang(en) body { font-size: 12pt; line-height: 18pt; letter-spacing: 0; text-align: left; overflow-wrap: break-word; }
  :root:lang(en) :is(h1, h2, h3, h4, h5, h6, p, li, .facts) { text-indent: 0; margin-top: 4pt; }
  :root:lang(en) .facts .head::after { content: " – "; }
  :root:lang(en) :is(.facts, .note) { font-size: 10.5pt; line-height: 15pt; }
}
)CSS";

}  // namespace report
