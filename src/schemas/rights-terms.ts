/**
 * What may be said of the rights in somebody's words: the twelve statements of rightsstatements.org,
 * version 1.0, and, since these leave what is free to Creative Commons, its marks and open licences.
 * `free`: the words may be published everywhere, with no more asked than to name who wrote them.
 */
export const rightsTerms = {
  InC: { name: 'In Copyright', free: false },
  'InC-OW-EU': { name: 'In Copyright – EU Orphan Work', free: false },
  'InC-EDU': { name: 'In Copyright – Educational Use Permitted', free: false },
  'InC-NC': { name: 'In Copyright – Non-Commercial Use Permitted', free: false },
  'InC-RUU': { name: 'In Copyright – Rights-holder(s) Unlocatable or Unidentifiable', free: false },
  'NoC-CR': { name: 'No Copyright – Contractual Restrictions', free: false },
  'NoC-NC': { name: 'No Copyright – Non-Commercial Use Only', free: false },
  'NoC-OKLR': { name: 'No Copyright – Other Known Legal Restrictions', free: false },
  'NoC-US': { name: 'No Copyright – United States', free: false },
  CNE: { name: 'Copyright Not Evaluated', free: false },
  UND: { name: 'Copyright Undetermined', free: false },
  NKC: { name: 'No Known Copyright', free: false },
  PDM: { name: 'Public Domain Mark 1.0', free: true },
  CC0: { name: 'CC0 1.0 Universal', free: true },
  'CC-BY': { name: 'Creative Commons Attribution 4.0 International', free: true },
  'CC-BY-SA': { name: 'Creative Commons Attribution-ShareAlike 4.0 International', free: true },
} as const;

export type RightsTerm = keyof typeof rightsTerms;

const creativeCommons: Partial<Record<RightsTerm, string>> = {
  PDM: 'publicdomain/mark/1.0/',
  CC0: 'publicdomain/zero/1.0/',
  'CC-BY': 'licenses/by/4.0/',
  'CC-BY-SA': 'licenses/by-sa/4.0/',
};

/** The address that stands for a term in data: a URI of rightsstatements.org (which has `http:`) or Creative Commons. */
export function termAddress(term: RightsTerm): string {
  const path = creativeCommons[term];
  return path === undefined
    ? `http://rightsstatements.org/vocab/${term}/1.0/`
    : `https://creativecommons.org/${path}`;
}
