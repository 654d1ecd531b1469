/** The files of one release, as `/offline.json` lists them. */
export interface OfflineList {
  /** Changes whenever a file does. */
  id: string;
  /** The name of the release, for readers. */
  release: string;
  /** Of all files together, in bytes. */
  bytes: number;
  /** Path, first 16 hexadecimal digits of the SHA-256, bytes. */
  files: [path: string, hash: string, bytes: number][];
}
