/** As much of CBOR (RFC 8949) as is needed to cut lists out of a file without reading what is in them. */

interface Head {
  major: number;
  value: number;
  /** Where what belongs to the head begins. */
  next: number;
}

/** @throws RangeError when there is no item of definite length. */
function head(bytes: Uint8Array, at: number): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint8(at);
  const [major, info] = [first >> 5, first & 31];
  if (info < 24) return { major, value: info, next: at + 1 };
  if (info === 24) return { major, value: view.getUint8(at + 1), next: at + 2 };
  if (info === 25) return { major, value: view.getUint16(at + 1), next: at + 3 };
  if (info === 26) return { major, value: view.getUint32(at + 1), next: at + 5 };
  if (info === 27) return { major, value: Number(view.getBigUint64(at + 1)), next: at + 9 };
  throw new RangeError(`No item of definite length at byte ${String(at)}`);
}

/** Where an item ends. */
function skip(bytes: Uint8Array, at: number): number {
  // Nearly all items are numbers, so these are not read.
  const first = bytes[at] ?? 0x1f;
  const length = first & 31;
  if (first < 0x40 && length < 28) return at + 1 + (length < 24 ? 0 : 1 << (length - 24));
  const { major, value, next } = head(bytes, at);
  if (major === 2 || major === 3) return next + value;
  const inside = major === 4 ? value : major === 5 ? value * 2 : major === 6 ? 1 : 0;
  let end = next;
  for (let item = 0; item < inside; item += 1) end = skip(bytes, end);
  return end;
}

/**
 * The items of a list, each as its bytes.
 * @throws RangeError when there is no such list.
 */
export function itemsOf(bytes: Uint8Array): Uint8Array[] {
  const { major, value, next } = head(bytes, 0);
  if (major !== 4) throw new RangeError('Not a list');
  const items: Uint8Array[] = [];
  let at = next;
  for (let item = 0; item < value; item += 1) {
    const end = skip(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  if (at !== bytes.length) throw new RangeError('The list does not end with its bytes');
  return items;
}

/** @throws RangeError when the item is no text. */
export function textOf(item: Uint8Array): string {
  const { major, value, next } = head(item, 0);
  if (major !== 3) throw new RangeError('Not a text');
  return new TextDecoder().decode(item.subarray(next, next + value));
}

export function list(items: readonly Uint8Array[]): Uint8Array {
  return joinBytes([encodeHead(4, items.length), ...items]);
}

export function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return joinBytes([encodeHead(3, bytes.length), bytes]);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function encodeHead(major: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((major << 5) | value);
  const bytes = new Uint8Array(5);
  bytes[0] = (major << 5) | 26;
  new DataView(bytes.buffer).setUint32(1, value);
  return bytes;
}
