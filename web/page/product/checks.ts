// What is checked of a header offline, before anybody is asked (spec 6.2), and
// what that means for whoever is about to pay.

import { bytesToHex } from "../../protocol/bytes.ts";
import { checkPair } from "../../protocol/committee.ts";
import type { Header } from "../../protocol/header.ts";
import { checkSignature, productOf } from "../../protocol/headersignature.ts";
import { isZero } from "../../protocol/word.ts";
import { checksummed } from "../../terminal/calldata.ts";
import { deployment } from "../deployment.ts";
import { refusalOf } from "../refusal.ts";
import type { Scanned } from "../scan/scanned.ts";

/** The outcome of a check; of danger nothing may be paid. */
export type Verdict = "ok" | "notice" | "danger";

/** One thing that was looked at. */
export interface Check {
  readonly name: string;
  readonly verdict: Verdict;
  /** What that means, in plain words. */
  readonly meaning: string;
  /** What was found, exactly. */
  readonly found: string;
}

/** What is known of a publisher from earlier scans. */
export interface Acquaintance {
  readonly since: Date;
  readonly title: string;
}

/** Checks what was scanned. */
export function inspect(scanned: Scanned, publisher: Acquaintance | undefined): Check[] {
  const { header } = scanned;
  return [
    signatureOf(header),
    checkEscrow(),
    checkProduct(header),
    checkKeys(header),
    ...checkCommittee(header),
    checkParts(scanned),
    checkPublisher(header, publisher),
  ];
}

/** The checks that found danger. */
export function dangers(checks: readonly Check[]): Check[] {
  return checks.filter(({ verdict }) => verdict === "danger");
}

function signatureOf(header: Header): Check {
  const refusal = refusalOf(() => checkSignature(header, deployment));
  if (refusal) {
    return {
      name: "signature",
      verdict: "danger",
      meaning:
        "The address that is named as the publisher did not sign this for the escrow that this page pays. Somebody changed it, or made it for an escrow of his own.",
      found: `${refusal}, or was made for another escrow than ${checksummed(deployment.escrow)}`,
    };
  }
  return {
    name: "signature",
    verdict: "ok",
    meaning: "The publisher signed all that you see here: title, prices, who is paid. Nobody changed it since.",
    found: `made by ${checksummed(header.binding.terms.signer)} for this escrow, covers everything but the hints`,
  };
}

function checkEscrow(): Check {
  return {
    name: "escrow",
    verdict: "ok",
    meaning:
      "The contract that is paid, and that gives the money back if no key comes, is fixed in this page. No code can name another.",
    found: `${checksummed(deployment.escrow)} is this page's own constant`,
  };
}

function checkProduct(header: Header): Check {
  const product = checksummed(productOf(header, deployment));
  if (header.binding.product) {
    return {
      name: "product",
      verdict: "notice",
      meaning:
        "The publisher sells this by a contract of his own. What it asks is seen only online, and it may change.",
      found: `${product} is a contract of the publisher's own: its offers are seen only online, and its code may change`,
    };
  }
  return {
    name: "product",
    verdict: "ok",
    meaning: "The contract that sells this can ask no other price than you see here.",
    found: `${product} follows from the terms`,
  };
}

function checkKeys(header: Header): Check {
  const refusal = refusalOf(() => checkPair(header.binding.P, header.binding.Q));
  if (refusal) {
    return {
      name: "group key",
      verdict: "danger",
      meaning: "The keys of the committee do not belong together: you would pay, and nobody could open it for you.",
      found: `${refusal}: what is paid for could never be opened`,
    };
  }
  return {
    name: "group key",
    verdict: "ok",
    meaning:
      "The committee whose key opens this is a real pair of keys. Whether you trust who runs it is for you to know.",
    found: `${bytesToHex(header.binding.terms.groupKey)}, whose P and Q belong together`,
  };
}

function checkCommittee({ binding: { terms } }: Header): Check[] {
  if (!isZero(terms.committee) || terms.feeBps === 0) return [];
  return [
    {
      name: "committee",
      verdict: "danger",
      meaning: "A part of the price would go to nobody. No node serves such an offer.",
      found: "the zero address takes a fee, which would be nobody's: no node serves such an offer",
    },
  ];
}

function checkParts({ damage, parts, cover }: Scanned): Check {
  const name = "contents";
  if (damage !== undefined) {
    return {
      name,
      verdict: "danger",
      meaning:
        "This copy is damaged, or was tampered with: it holds something else than was signed. Another copy may be whole.",
      found: damage,
    };
  }
  if (parts > 0) {
    const found = `${parts} ${parts === 1 ? "part has its signed digest" : "parts have their signed digests"}`;
    return {
      name,
      verdict: "ok",
      meaning: "All of the product is in this code, sealed, and it is what was signed.",
      found,
    };
  }
  return {
    name,
    verdict: "notice",
    meaning:
      "The sealed parts are elsewhere or were not read yet. They are compared with what was signed when they are opened.",
    found: cover ? "the cover has its signed hash; sections were not compared" : "sections were not compared",
  };
}

function checkPublisher({ binding: { terms } }: Header, known: Acquaintance | undefined): Check {
  const signer = checksummed(terms.signer);
  if (!known) {
    return {
      name: "publisher",
      verdict: "notice",
      meaning:
        "You have nothing else of this publisher here. If you have bought from him before, this is somebody else: compare the address with what he tells elsewhere.",
      found: `new publisher: no other product of ${signer} was kept here before`,
    };
  }
  return {
    name: "publisher",
    verdict: "ok",
    meaning: `The same publisher as of other products in your library, known since ${known.since.toISOString().slice(0, 10)}, first by "${known.title}".`,
    found: `${signer} signed them, too`,
  };
}
