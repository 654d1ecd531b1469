/** The orders of a concordance, as readers are told. */
export const orders = {
  text: 'in the order of the texts',
  before: 'by the word before',
  after: 'by the word after',
};
export type Order = keyof typeof orders;
