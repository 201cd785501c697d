// What an agreement says in the words of ODRL 2.2 and JSON-LD (spec 6.6). They
// all follow from its proof; JSON keeps the order in which they are made here.

import { bytesToHex } from "./bytes.ts";
import { arrayOf, type Members, objectOf, stringOf } from "./document.ts";
import type { Header } from "./header.ts";
import { type Leaf, orderOf } from "./leaf.ts";
import { compressG1, parseG1Affine } from "./point.ts";
import { type Constraint, formatDateTime, isAction, readConstraints, type Right } from "./rights.ts";
import type { Address } from "./word.ts";

/** The members of an agreement above its proof. */
export interface AgreementWords {
  "@context": readonly [string, { shrinkwrap: string }];
  "@type": string;
  uid: string;
  "dct:title": string;
  "dct:issued": Typed;
  assigner: string;
  assignee: string;
  target: string;
  permission: Permission[];
}

interface Typed {
  "@value": string;
  "@type": string;
}

interface Permission {
  action: string;
  constraint?: { leftOperand: string; operator: string; rightOperand: Typed }[];
}

const context = ["http://www.w3.org/ns/odrl.jsonld", { shrinkwrap: "urn:shrinkwrap:" }] as const;
const kinds = {
  count: { operator: "lteq", type: "xsd:integer" },
  dateTime: { operator: "lt", type: "xsd:dateTime" },
  elapsedTime: { operator: "lt", type: "xsd:duration" },
} as const;

/** The words that follow from a header, for which a leaf was paid at an escrow. */
export function wordsOf(header: Header, escrow: Address, leaf: Leaf): AgreementWords {
  const { content, binding, id } = header;
  return {
    "@context": context,
    "@type": "Agreement",
    uid: `urn:shrinkwrap:order:${binding.chainId}:${bytesToHex(escrow)}:${bytesToHex(orderOf(leaf))}`,
    "dct:title": content.title,
    "dct:issued": { "@value": formatDateTime(leaf.time), "@type": "xsd:dateTime" },
    assigner: `did:pkh:eip155:${binding.chainId}:${bytesToHex(binding.terms.signer)}`,
    assignee: `urn:shrinkwrap:key:${bytesToHex(compressG1(parseG1Affine(leaf.releaseKey)))}`,
    target: `urn:shrinkwrap:wrap:${bytesToHex(id)}:tier:${leaf.tier}`,
    permission: permissions(content.tiers[leaf.tier]!.rights, leaf.time),
  };
}

/** Takes the words of a document, whatever they say, for their form. */
export function formOfWords(members: Members): AgreementWords {
  const issued = objectOf("dct:issued", members["dct:issued"]);
  return {
    "@context": context,
    "@type": "Agreement",
    uid: stringOf("uid", members["uid"]),
    "dct:title": stringOf("dct:title", members["dct:title"]),
    "dct:issued": { "@value": stringOf("dct:issued", issued["@value"]), "@type": "xsd:dateTime" },
    assigner: stringOf("assigner", members["assigner"]),
    assignee: stringOf("assignee", members["assignee"]),
    target: stringOf("target", members["target"]),
    permission: arrayOf("permission", members["permission"]).map(formOfPermission),
  };
}

function permissions(rights: readonly Right[], paid: number): Permission[] {
  if (rights.length === 0) return [{ action: "use" }];
  return rights.map((right) => {
    const [code = "", ...args] = right;
    const action = isAction(code) ? code : `urn:shrinkwrap:right:${percent(code)}`;
    if (args.length === 0) return { action };
    const constraints = readConstraints(right, paid);
    return { action, constraint: args.map((arg, i) => constraintOf(arg, constraints[i])) };
  });
}

function constraintOf(arg: string, read: Constraint | undefined): NonNullable<Permission["constraint"]>[number] {
  if (!read) return { leftOperand: "urn:shrinkwrap:argument", operator: "eq", rightOperand: typed(arg, "xsd:string") };
  const { operator, type } = kinds[read.name];
  return { leftOperand: read.name, operator, rightOperand: typed(arg.slice(read.name.length + 1), type) };
}

function typed(value: string, type: string): Typed {
  return { "@value": value, "@type": type };
}

/** The text with every byte but RFC 3986's unreserved characters as %XX. */
function percent(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function formOfPermission(value: unknown): Permission {
  const permission = objectOf("permission", value);
  const action = stringOf("action", permission["action"]);
  if (permission["constraint"] === undefined) return { action };
  return { action, constraint: arrayOf("constraint", permission["constraint"]).map(formOfConstraint) };
}

function formOfConstraint(value: unknown): NonNullable<Permission["constraint"]>[number] {
  const constraint = objectOf("constraint", value);
  const right = objectOf("rightOperand", constraint["rightOperand"]);
  return {
    leftOperand: stringOf("leftOperand", constraint["leftOperand"]),
    operator: stringOf("operator", constraint["operator"]),
    rightOperand: typed(stringOf("@value", right["@value"]), stringOf("@type", right["@type"])),
  };
}
