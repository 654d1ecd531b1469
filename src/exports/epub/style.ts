/**
 * The stylesheet of every book. It sets no colour of words or paper, so that a reader's own paper, by
 * day, by night or in sepia, shows all of it; and no size, measure or justification of running text,
 * which are the reader's to choose. Hands are told by words, marks and kinds of rules.
 */
export const stylesheet = `@font-face {
  font-family: Alegreya;
  src: url('fonts/alegreya-400.woff2') format('woff2');
}
@font-face {
  font-family: Alegreya;
  font-style: italic;
  src: url('fonts/alegreya-400-italic.woff2') format('woff2');
}
body {
  margin: 0 5%;
  font-family: Alegreya, Georgia, serif;
  line-height: 1.42;
}
h1, h2, h3, h4 {
  font-weight: normal;
  line-height: 1.2;
  text-align: left;
  hyphens: none;
  page-break-after: avoid;
  break-after: avoid;
}
h1 { margin: 1.6em 0 0.8em; font-size: 1.6em; }
h2 { margin: 1.8em 0 0.5em; font-size: 1.25em; }
h3 { margin: 1.3em 0 0.2em; font-size: 1em; font-style: italic; }
h4 { margin: 0.8em 0 0.2em; font-size: 0.9em; letter-spacing: 0.03em; }
h3 cite, h1 cite { font-style: normal; }
p { margin: 0 0 0.5em; orphans: 2; widows: 2; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; }
b, strong { font-weight: normal; }
strong { font-style: italic; }
ul, ol { margin: 0.3em 0 0.8em; padding: 0 0 0 1.2em; }
li, dd, .where, .grounds, .note-head, .retired { text-align: left; }
cite, em { font-style: italic; }
cite em, cite cite, em em, em cite { font-style: normal; }

/* The text. */
.text-title { margin: 2.4em 0 0.2em; text-align: center; }
.text-author { margin: 0 0 2em; text-align: center; font-style: italic; }
.heading { margin: 2em 0 0.9em; text-align: center; letter-spacing: 0.04em; font-size: 1.15em; }
.paragraph { margin: 0; }
.number { display: inline-block; min-width: 2.1em; padding-right: 0.4em; font-size: 0.7em; line-height: 1; text-indent: 0; }
.quotation, .verse { margin: 0.8em 0 0.8em 1.5em; }
.quotation p { margin: 0; }
.verse { padding-left: 1.75em; text-indent: -1.75em; }
.item { padding-left: 1.5em; text-indent: -1.5em; }
.call { padding: 0.5em 0.12em; font-size: 0.7em; line-height: 0; vertical-align: 0.5em; text-decoration: none; font-style: normal; }
.call.editor-note { font-style: italic; }
.call.transcriber-note { text-decoration: underline dashed; }
.page-break::before { content: '| p. ' attr(aria-label) '\\00a0'; font-size: 0.65em; font-style: italic; }
.page-break.first::before { content: none; }
.retired { margin: 0.5em 0; padding-left: 0.8em; border-left: 1px solid; font-size: 0.9em; font-style: italic; }

/* Notes: a solid rule for the author's, a dashed one for the transcriber's, a double one for the editor's. */
.whose { margin-bottom: 1.4em; font-style: italic; }
.note { margin: 0 0 1.1em; padding-left: 0.8em; border-left: 3px solid; }
.author-note { border-left-style: solid; border-left-width: 2px; }
.transcriber-note { border-left-style: dashed; }
.editor-note, .reading { border-left-style: double; }
.call.author-note, .call.transcriber-note, .call.editor-note, .call.reading { border: 0; }
.note p { margin: 0 0 0.3em; }
.note-head { page-break-after: avoid; break-after: avoid; }
.mark { display: inline-block; min-width: 1.6em; text-indent: 0; }
.note-title { font-style: italic; }
.hand { font-size: 0.85em; }
.editor-note .mark { font-style: italic; }
.answered { font-style: italic; font-size: 0.9em; }
.reply { margin: 0 0 1.1em 1.2em; }
.reply .note { margin-bottom: 0; }
.lemma { font-style: normal; }
.references { margin: 0.3em 0 0; padding: 0; list-style: none; font-size: 0.85em; }
.references li { padding-left: 1.2em; text-indent: -1.2em; }

/* Title pages, and what a reader should know first. */
.title-page { text-align: center; }
.title-page h1 { margin: 3em 0 0.5em; font-size: 2em; text-align: center; }
.over { margin-top: 2em; font-style: italic; }
.over + h1 { margin-top: 0.3em; }
.title-page .over + h1 { margin-top: 3em; }
.by-line { margin: 1em 0 0.2em; font-size: 1.25em; }
.attributed { font-size: 0.8em; font-style: italic; }
.container { margin-top: 1.5em; text-wrap: balance; }
.of-edition { margin-top: 4em; font-size: 0.9em; }
.lead { font-size: 1.1em; font-style: italic; }
dl { margin: 0.5em 0 1em; }
dt { margin-top: 0.6em; font-style: italic; page-break-after: avoid; break-after: avoid; }
dd { margin: 0 0 0 1.2em; }
.cover { margin: 0; padding: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
.address { overflow-wrap: anywhere; word-wrap: break-word; }
.plain { padding: 0; list-style: none; }
.plain li { margin-bottom: 0.4em; padding-left: 1.2em; text-indent: -1.2em; }

.grounds { margin: 0 0 1.1em; padding-left: 1.2em; font-size: 0.85em; page-break-before: avoid; break-before: avoid; }

/* Contents. */
nav ol { margin: 0; padding: 0 0 0 1.2em; list-style: none; }
nav > ol { padding: 0; }
nav li { margin: 0.25em 0; }
nav a { text-decoration: none; }

/* Texts beside each other, one after the other; registers; the timeline. */
.passage { margin: 0 0 0.8em 1.2em; }
.passage p { margin: 0; }
.place { margin-right: 0.4em; font-size: 0.85em; }
.side { margin: 0 0 1.2em; }
.silent { font-style: italic; }
.entry { margin: 0 0 1em; padding-left: 1.2em; }
.entry p { margin: 0; }
.entry p:first-child { text-indent: -1.2em; }
.entry-name { font-style: italic; }
.where { font-size: 0.9em; }
.date { margin: 0; font-style: italic; }
`;
