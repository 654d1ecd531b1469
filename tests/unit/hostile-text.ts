import fc from 'fast-check';

/** Text with much of what makes the cutting of words hard. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ...[
          ' ',
          '-',
          '–',
          '—',
          '’',
          '‘',
          '“',
          '”',
          '.',
          ',',
          '\n',
          '\u00A0',
          '\u00AD',
          '\u2060',
          '\uE000',
          'é',
          'Ё',
          'İ',
          '1,290',
          'G.P.U.',
          'would-be',
          'don’t',
          '½',
          '…',
        ],
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
