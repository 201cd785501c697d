// Opening what was paid for: from a wrap's bytes, a release and the secret of its
// release key to files, and the agreement beside them (spec 3, 4.4, 6.3, 6.5–6.8).
//
// Where a release program fails, the section's own bytes are there instead; where
// a section is not what its publisher signed, a proof of that. Everything else of
// the tier opens all the same. Damage ends it: another copy may be whole, and opens
// with the same purchase.

import type { ContentSection } from "../protocol/content.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { type FraudProof, writeFraud } from "../protocol/fraud.ts";
import { type Header, readHeader } from "../protocol/header.ts";
import { type Deployment, productOf } from "../protocol/headersignature.ts";
import { judge, type Kind } from "../protocol/judge.ts";
import type { Place } from "../protocol/place.ts";
import { ProgramError, type Reason } from "../protocol/program.ts";
import { checkOpening } from "../protocol/rights.ts";
import { SectionError } from "../protocol/section.ts";
import type { VerifiedHeader } from "../protocol/verifiedheader.ts";
import { toAddress } from "../protocol/word.ts";
import { blobCollector, type Collect } from "./collector.ts";
import type { OpenedFile, OpenedFolder } from "./folder.ts";
import { agreementName, isReserved, proofName, rawName } from "./freename.ts";
import { issue, type Issued, type ProvenOrder } from "./issue.ts";
import { loadMaker, type Maker } from "./maker.ts";
import { OpenError, orFail } from "./openerror.ts";
import { type Watcher, watched } from "./progress.ts";
import { FolderError, openAsSigned, openFile, openMade, type SectionJob } from "./sectionopener.ts";
import { type Secret, unlock, type Unlocked } from "./unlock.ts";
import { sourceOf, type WrapBytes, WrapFile } from "./wrapfile.ts";

/** What to open, and with what. All but the wrap is small; the secret is one. */
export interface OpenJob {
  readonly wrap: WrapBytes;
  /** The header that was paid for, or that of another issue of its series; it was verified. */
  readonly header: Uint8Array;
  /** The escrow that is a constant of the software, 20 bytes. */
  readonly escrow: Uint8Array;
  readonly tier: number;
  readonly secret: Secret;
  /** U compressed, 48 bytes. */
  readonly release: Uint8Array;
  /** Missing while there is no receipt: there is no agreement then, and no release program runs. */
  readonly order?: ProvenOrder | undefined;
  readonly use: Use;
  /** Leave sections that a release program makes a product of as they are. */
  readonly raw?: boolean | undefined;
  /** Sections, by their numbers, whose release program took too long before. */
  readonly overtime?: readonly number[] | undefined;
}

/**
 * What the rights of the tier are judged by (spec 6.5). Whoever opens counts the
 * opening durably before it begins, and takes it back unless {@link Opened.counts}.
 */
export interface Use {
  /** The greatest time that any opening of the purchase saw, Unix seconds. */
  readonly now: number;
  /** When the purchase was begun, Unix seconds: its time while the order is not known. */
  readonly begun: number;
  /** How often this wrap was opened before. */
  readonly openings: number;
}

/** What may be given beside a job. */
export interface OpenOptions extends Watcher {
  readonly collect?: Collect | undefined;
  /** The job's header, where it was verified before. */
  readonly verified?: VerifiedHeader | undefined;
}

/** A section that was opened, or what stands in its place. */
export interface OpenedSection extends OpenedFolder {
  /** Its number in the wrap, from 0. */
  readonly section: number;
  readonly name: string;
  /** Why no product was made of it: the files are its own bytes, under another name. */
  readonly failure?: { readonly reason: Reason; readonly message: string };
  /** That it is not what was signed. The files are the proof, and of a folder its own bytes. */
  readonly fraud?: { readonly kind: Kind; readonly message: string; readonly proof: string };
}

/** What was opened of a wrap. */
export interface Opened {
  readonly sections: readonly OpenedSection[];
  /** rights.json, or why there is none. */
  readonly agreement: OpenedFile | "no receipt" | "reserved";
  /** Whether it was an opening: some section is what was signed. */
  readonly counts: boolean;
}

/**
 * Opens the sections of a tier.
 * @throws OpenError by its kind: nothing of it is kept then
 */
export async function openWrap(job: OpenJob, options: OpenOptions = {}): Promise<Opened> {
  try {
    return await new Opening(job, options).run();
  } catch (cause) {
    if (cause instanceof OpenError) throw cause;
    if (options.signal?.aborted) throw new OpenError("cancelled", "the opening was cancelled", { cause });
    if (cause instanceof SectionError && cause.fault === "damage") {
      const hint = "another copy of the wrap may be whole, and opens with the same purchase";
      throw new OpenError("damage", `${cause.message}; ${hint}`, { cause });
    }
    throw new OpenError("internal", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

class Opening {
  readonly #job: OpenJob;
  readonly #options: OpenOptions;
  readonly #header: Header;
  readonly #deployment: Deployment;
  readonly #place: Place;

  constructor(job: OpenJob, options: OpenOptions) {
    this.#job = job;
    this.#options = options;
    this.#header = readHeader(job.header, options.verified?.header);
    const escrow = toAddress(job.escrow);
    this.#deployment = { escrow, ...contractsOf(escrow) };
    const product = productOf(this.#header, this.#deployment);
    this.#place = { chainId: this.#header.binding.chainId, escrow, product, tier: job.tier };
    const { length } = this.#header.content.tiers;
    if (job.tier >= length) throw new OpenError("danger", `the wrap has no tier ${job.tier}, it has ${length}`);
  }

  async run(): Promise<Opened> {
    const { secret, release, order } = this.#job;
    const wrap = await WrapFile.read(await sourceOf(this.#job.wrap), this.#header);
    const unlocked = await unlock(this.#header, this.#place, secret, release);
    const { verified } = this.#options;
    const issued = order && (await issue(this.#header, this.#deployment, this.#place, unlocked.key, order, verified));
    const maker = await this.#maker(wrap, issued);
    await this.#checkRights(issued);
    const sections: OpenedSection[] = [];
    for (const n of this.#sections()) {
      sections.push(await this.#open(await this.#sectionJob(wrap, unlocked, n), unlocked, maker));
    }
    return { sections, agreement: this.#agreement(issued), counts: sections.some(({ fraud }) => !fraud) };
  }

  /** The numbers of the tier's sections. */
  #sections(): number[] {
    const included = ({ tiers }: ContentSection): boolean => ((tiers >> BigInt(this.#job.tier)) & 1n) === 1n;
    return [...this.#header.content.sections.entries()].filter(([, s]) => included(s)).map(([n]) => n);
  }

  /** The release program, where a section of the tier has one and is not to be left as it is. */
  async #maker(wrap: WrapFile, issued: Issued | undefined): Promise<Maker | undefined> {
    const { sections } = this.#header.content;
    if (this.#job.raw || !this.#sections().some((n) => sections[n]!.program)) return undefined;
    if (issued) return loadMaker(wrap.program(), issued.purchase);
    throw new OpenError(
      "pending",
      "it is made by a release program, which is given the receipt: the receipt is not here yet",
    );
  }

  #checkRights(issued: Issued | undefined): Promise<void> {
    const { rights } = this.#header.content.tiers[this.#job.tier]!;
    const { now, begun, openings } = this.#job.use;
    const paid = issued?.purchase.paidAt ?? begun;
    return orFail("ended", "the rights of this tier are over", () => checkOpening(rights, paid, now, openings));
  }

  async #sectionJob(wrap: WrapFile, { identity }: Unlocked, number: number): Promise<SectionJob> {
    const section = this.#header.content.sections[number]!;
    const collect = this.#options.collect ?? blobCollector;
    return { number, section, part: await wrap.section(number), identity, collect, watcher: this.#options };
  }

  async #open(job: SectionJob, unlocked: Unlocked, maker: Maker | undefined): Promise<OpenedSection> {
    const named = { section: job.number, name: job.section.name };
    try {
      if (!job.section.program) return { ...named, ...(await openAsSigned(job)) };
      if (!maker) return { ...named, ...(await this.#raw(job)) };
      return { ...named, ...(await openMade(job, this.#inTime(job, maker))) };
    } catch (cause) {
      if (cause instanceof ProgramError) {
        const failure = { reason: cause.reason, message: cause.message };
        return { ...named, ...(await this.#raw(job)), failure };
      }
      if (!isFraud(cause)) throw cause;
      return { ...named, ...(await this.#accuse(job, unlocked, cause)) };
    }
  }

  #inTime({ number }: SectionJob, maker: Maker): Maker {
    if (!this.#job.overtime?.includes(number)) return maker;
    return { ...maker, program: new ProgramError("time", "it takes too long") };
  }

  /** The section's own bytes, under a name that says that no product was made of them. */
  #raw(job: SectionJob): Promise<OpenedFolder> {
    return openFile(job, rawName(this.#names(), job.number), "application/octet-stream");
  }

  #names(): string[] {
    return this.#header.content.sections.map(({ name }) => name);
  }

  /**
   * Proves a fraud. What met it may be wrong about it, or about its kind: all of
   * the section is looked at again.
   */
  async #accuse(
    job: SectionJob,
    { opener }: Unlocked,
    met: Error,
  ): Promise<Pick<OpenedSection, "files" | "folders" | "fraud">> {
    const { number, section, part, identity, watcher } = job;
    const kind = await judge(watched(part.source, number, "checking", watcher), section, identity);
    if (!kind) throw new OpenError("internal", `${met.message}; looked at again it is what was signed`, { cause: met });
    const { escrow } = this.#deployment;
    const path = proofName(this.#names(), number);
    const proof: FraudProof = { header: this.#header, escrow, section: number, tier: this.#job.tier, kind, opener };
    const files = [fileOf(path, writeFraud(proof))];
    if (kind === "folder") files.push(...(await this.#raw(job)).files);
    return { files, folders: [], fraud: { kind, message: met.message, proof: path } };
  }

  #agreement(issued: Issued | undefined): Opened["agreement"] {
    if (!issued) return "no receipt";
    const { sections } = this.#header.content;
    if (this.#sections().some((n) => isReserved(sections[n]!.name))) return "reserved";
    return fileOf(agreementName, issued.agreement);
  }
}

function fileOf(path: string, bytes: Uint8Array): OpenedFile {
  const blob = new Blob([new Uint8Array(bytes)], { type: "application/octet-stream" });
  return { path, media: "application/json", executable: false, blob };
}

/** Whether an error may be the publisher's fault: the signed bytes do not hold what was promised. */
function isFraud(error: unknown): error is Error {
  if (error instanceof FolderError) return true;
  return error instanceof SectionError && error.fault !== "damage";
}
