/** The page that finds a passage by its citation or by its words. */
import { adoptStyle } from './adopt-style.ts';
import citeCss from './cite.css?inline';
import css from './find.css?inline';
import { GoTo } from './go-to.ts';
import { QuotationCheck } from './quotation-check.ts';
import searchCss from './search.css?inline';

for (const one of [searchCss, citeCss, css]) adoptStyle(one);
customElements.define('go-to', GoTo);
customElements.define('quotation-check', QuotationCheck);
