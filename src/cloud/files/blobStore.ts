/**
 * Bytes by key: a folder, or any S3-compatible store. Keys of photos are their content's SHA-256.
 */
export type BlobStore = {
  /**
   * Writing the same key again is harmless; a reader sees the whole or nothing. Returns when it
   * would survive a kill.
   */
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  /** Nothing there is fine. */
  delete(key: string): Promise<void>
  /** Everything whose key begins with `folder/`; nothing there is fine. */
  deleteBelow(folder: string): Promise<void>
}
