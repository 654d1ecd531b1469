/** How a concordance is laid out. */
export interface Layout {
  order: Order;
  /** Words on either side of an occurrence. */
  around: number;
}

/** The orders, as readers are told. */
export const orders = {
  text: 'in the order of the texts',
  before: 'by the word before',
  after: 'by the word after',
};
export type Order = keyof typeof orders;

/** What a reader may choose for the words on either side. */
export const widths = { 6: '6 words', 12: '12 words', 25: '25 words', 60: '60 words' };

export const usualLayout: Layout = { order: 'text', around: 12 };
