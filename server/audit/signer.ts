/** Signs what nobody else may be able to write; see the keyring. */
export interface Signer {
  /** HMAC-SHA-256 with a key that is made of the server's secret and serves nothing else. */
  sign(text: string): Buffer;
  /** `former`: with a secret that the server had before. Null: with none of them. */
  signedBy(text: string, signature: Buffer): "present" | "former" | null;
}
