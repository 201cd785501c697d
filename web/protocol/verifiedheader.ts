// A header whose signature and keys were checked, once for all that relies on them.

import { equal } from "./bytes.ts";
import { checkPair } from "./committee.ts";
import type { Header } from "./header.ts";
import { checkSignature, type Deployment, type SignedHeader } from "./headersignature.ts";

/** A header that is not the word of its signer. */
export class SignatureError extends Error {}

/** A header that is the word of its signer for a deployment, to keys that belong together. */
export class VerifiedHeader {
  readonly header: Header;
  readonly deployment: Deployment;
  readonly signed: SignedHeader;

  private constructor(header: Header, deployment: Deployment, signed: SignedHeader) {
    this.header = header;
    this.deployment = deployment;
    this.signed = signed;
  }

  /**
   * Verifies a header: its points P and Q, then its signature.
   * @throws Error with what is not true; a {@link SignatureError} where it is not its signer's word
   */
  static verify(header: Header, deployment: Deployment): VerifiedHeader {
    checkPair(header.binding.P, header.binding.Q);
    return new VerifiedHeader(header, deployment, signatureOf(header, deployment));
  }

  /** Whether it is this very header that was verified, for this deployment: another one that says the same is not. */
  isOf(header: Header, { escrow, factory, template }: Deployment): boolean {
    const own = this.deployment;
    return (
      header === this.header &&
      equal(escrow, own.escrow) &&
      equal(factory, own.factory) &&
      equal(template, own.template)
    );
  }
}

/** Checks a header's signature, and says so where it is that which fails. */
export function signatureOf(header: Header, deployment: Deployment): SignedHeader {
  try {
    return checkSignature(header, deployment);
  } catch (cause) {
    throw new SignatureError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
