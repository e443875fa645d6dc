import fc from 'fast-check';

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0x0a, 0xa0, 0xad, 0x200b, 0x200f, 0x202e, 0x2019, 0x201d, 0x2014, 0x2026, 0x301, 0x5d0, 0x627, 0x5c71, 0xd83d, 0xde00, 0xfeff),
  },
);

/** Any UTF-16 units at all: halves of surrogate pairs, marks of direction, controls, accents without a letter. */
export function anyText(maxLength = 200): fc.Arbitrary<string> {
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}
