/** English words whose forms do not show that they are forms of one. */

/**
 * One word with its forms on each line of the list. Left out is what is more often another word:
 * `left`, `bound`, `wound`, `ground`, and what only helps other verbs: `be`, `have`, `can`.
 */
export const irregular = (
  'man men|woman women|child children|wife wives|life lives|calf calves|half halves|leaf leaves|knife knives|' +
  'thief thieves|wolf wolves|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|' +
  'crisis crises|analysis analyses|basis bases|thesis theses|hypothesis hypotheses|phenomenon phenomena|' +
  'cent cents|censor censorship|prison imprison|medium media|datum data|bureau bureaux bureaus|' +
  'arise arose arisen|awake awoke|beat beaten|become became|begin began begun|bite bit bitten|bleed bled|' +
  'blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|' +
  'choose chose chosen|come came|creep crept|deal dealt|die dying|dig dug|do did done does|draw drew drawn|' +
  'dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|' +
  'fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|' +
  'forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|' +
  'go goes went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|' +
  'know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|lend lent|lie lying|light lit|lose lost|' +
  'make made|mean meant|meet met|overcome overcame|overthrow overthrew overthrown|pay paid|rewrite rewrote rewritten|' +
  'ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|' +
  'shake shook shaken|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|' +
  'speak spoke spoken|spend spent|spring sprang sprung|stand stood|steal stole stolen|stick stuck|' +
  'stride strode|strike struck|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|' +
  'take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|' +
  'understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|weave wove woven|' +
  'weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written'
)
  .split('|')
  .map((line) => line.split(' '));

const byForm = new Map(irregular.flatMap((forms) => forms.map((form) => [form, forms])));

/** The word and its forms in the table, of a compound in -man as of `man`; empty if the table has none. */
export function irregularOf(word: string): readonly string[] {
  const forms = byForm.get(word);
  if (forms) return forms;
  const [, before, end] = /^(\w{3,})(m[ae]n)$/.exec(word) ?? [];
  if (before === undefined || end === undefined || /^(?:ger|hu|ro|wo|speci|talis)$/.test(before)) return [];
  return [`${before}man`, `${before}men`];
}

/** Whether a word is known to be whole, so that no reader can mean the beginning of another. */
export function isWholeWord(word: string): boolean {
  return byForm.has(word);
}
