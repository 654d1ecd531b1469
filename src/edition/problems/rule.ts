/** What an editor is told of a rule that a problem's code names. */
export interface Rule {
  /** What is wrong, in a few words: `An anchor marks two paragraphs`. */
  title: string;
  /** What the rule asks and why, in Markdown of one line. */
  means: string;
  /** Set where no content can break the rule unless the program is wrong, so that there is no example. */
  isGuard?: true;
}
