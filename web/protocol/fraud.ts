// Proofs of fraud (spec 6.8): that a section is not what its header's signer
// signed. A proof is a bearer key: who has it opens all that the tier includes.

import { readBareHeader } from "./agreement.ts";
import { signatureOf } from "./verifiedheader.ts";
import { bytesToHex, equal, hexToBytes } from "./bytes.ts";
import { checkPair } from "./committee.ts";
import { documentBytes, type Members, numberOf, readDocument, stringOf } from "./document.ts";
import type { Header } from "./header.ts";
import type { Deployment, SignedHeader } from "./headersignature.ts";
import { identity } from "./identity.ts";
import { isFolder, judge, type Kind, kinds, signedBytes } from "./judge.ts";
import { pairingsAgree } from "./pairing.ts";
import { tierPoint } from "./place.ts";
import { compressG1, type G1, h, parseG1 } from "./point.ts";
import { checkSealed } from "./section.ts";
import type { Source } from "./source.ts";
import { openTierKey } from "./tierkey.ts";
import { type Address, toAddress } from "./word.ts";

/** What a proof of fraud says. */
export interface FraudProof {
  /** Without hints. */
  header: Header;
  escrow: Address;
  /** The section's number, from 0. */
  section: number;
  /** A tier that includes it. */
  tier: number;
  kind: Kind;
  /** D_k. */
  opener: G1;
}

const warning =
  "The opener in this file is the key of the tier: who has the file opens all that the tier includes, in every issue of a series.";

/**
 * Writes a proof. Whoever it is given to can open what the tier includes.
 * @throws RangeError for what no header can be guilty of
 */
export function writeFraud(proof: FraudProof): Uint8Array {
  return documentBytes(documentOf(proof));
}

/**
 * Reads a proof; nothing of it is true before {@link verifyFraud}.
 * @throws RangeError for other bytes than {@link writeFraud} would write
 */
export function readFraud(bytes: Uint8Array): FraudProof {
  let proof: FraudProof | undefined;
  readDocument(bytes, (members) => documentOf((proof = proofOf(members))));
  return proof!;
}

/**
 * Checks a proof.
 * @param sealed the section's sealed bytes, from any copy of the wrap
 * @returns what its header says: the accused is the signer
 * @throws Error where it does not hold: a SignatureError where the header is nobody's word, and a
 *   SectionError of the fault damage where these bytes are others than the signed ones, so
 *   that nothing is proven and nobody is cleared
 */
export async function verifyFraud(proof: FraudProof, sealed: Source, deployment: Deployment): Promise<SignedHeader> {
  const { header, escrow, tier, opener } = proof;
  const { chainId, P, Q, R, E } = header.binding;
  if (!equal(escrow, deployment.escrow))
    throw new Error(`accused at the escrow ${bytesToHex(escrow)}, not at this software's`);
  checkPair(P, Q);
  const signed = signatureOf(header, deployment);
  const point = tierPoint({ chainId, escrow, product: signed.product, tier });
  if (!pairingsAgree(opener, h, point, Q)) throw new Error("the opener is not the key of the tier");
  const section = header.content.sections[proof.section]!;
  await checkSealed(sealed, signedBytes(section));
  const found = await judge(sealed, section, identity(openTierKey(tier, R, E[tier]!, opener).key));
  if (found !== proof.kind)
    throw new Error(
      `the section is ${found ? `a fraud of the kind ${found}` : "what was signed"}, not of the kind ${proof.kind}`,
    );
  return signed;
}

/** The document of a proof: all but its six members follows from the header. */
function documentOf({ header, escrow, section, tier, kind, opener }: FraudProof): Record<string, unknown> {
  const { content, binding, id } = header;
  const accused = content.sections[section];
  if (!accused) throw new RangeError(`header has no section ${section}`);
  if (tier >= content.tiers.length) throw new RangeError(`header has no tier ${tier}`);
  if (((accused.tiers >> BigInt(tier)) & 1n) === 0n)
    throw new RangeError(`tier ${tier} does not include the section ${section}`);
  if (kind === "folder" && !isFolder(accused)) throw new RangeError(`section ${section} was not signed as a folder`);
  return {
    type: "urn:shrinkwrap:fraud:1",
    warning,
    publisher: `did:pkh:eip155:${binding.chainId}:${bytesToHex(binding.terms.signer)}`,
    wrap: `urn:shrinkwrap:wrap:${bytesToHex(id)}`,
    title: content.title,
    section,
    name: accused.name,
    fraud: kind,
    tier,
    header: bytesToHex(header.bare),
    escrow: bytesToHex(escrow),
    opener: bytesToHex(compressG1(opener)),
  };
}

function proofOf(members: Members): FraudProof {
  return {
    header: readBareHeader(stringOf("header", members["header"])),
    escrow: toAddress(hexToBytes(stringOf("escrow", members["escrow"]))),
    section: numberOf("section", members["section"]),
    tier: numberOf("tier", members["tier"]),
    kind: kindOf(members["fraud"]),
    opener: parseG1(hexToBytes(stringOf("opener", members["opener"]))),
  };
}

function kindOf(value: unknown): Kind {
  const kind = kinds.find((one) => one === value);
  if (!kind) throw new RangeError(`fraud is of the unknown kind ${JSON.stringify(value)}`);
  return kind;
}
