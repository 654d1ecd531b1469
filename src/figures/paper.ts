/** What a drawing is made for: a phone or a wider page. One unit is about one pixel on either. */
export interface Paper {
  name: 'narrow' | 'wide';
  isNarrow: boolean;
  width: number;
  /** Of its letters. */
  size: number;
}

export const PAPERS: readonly Paper[] = [
  { name: 'narrow', isNarrow: true, width: 350, size: 15 },
  { name: 'wide', isNarrow: false, width: 600, size: 16 },
];

/** The inside of a drawing. */
export interface Drawn {
  body: string;
  height: number;
}
