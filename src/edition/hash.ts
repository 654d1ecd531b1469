import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a file, as 64 hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The hash that the ledger keeps of words: the first 16 hexadecimal digits of the SHA-256 of their UTF-8. */
export function hashWords(words: string): string {
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, 16);
}
