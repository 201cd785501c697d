// Who gets the money back: the paying account, unless another is named.

import type { Address } from "../../protocol/word.ts";
import { readAddress } from "../../terminal/account.ts";
import { said } from "../../terminal/failure.ts";
import { addressElement } from "../address.ts";
import { button, element } from "../element.ts";
import { sentence } from "../words.ts";

/** The field. */
export interface RefundField {
  readonly element: HTMLElement;
  /** Tells the paying account; undefined: nobody knows it. */
  show(account: Address | undefined): void;
  /** The address; undefined where there is none, or a mistake in it, which the field then says. */
  value(): Address | undefined;
}

let made = 0;

/**
 * Makes the field. onChange is told of each change of what it holds. Where the account
 * that is known need not be the one that pays, it says why: the account is then named.
 */
export function refundField(onChange: () => void, explained = ""): RefundField {
  const pays = explained === "";
  const id = `refund-${++made}`;
  let account: Address | undefined;
  let typed = false;
  const same = element("p", { class: "same" });

  const input = element("input", {
    id,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "off",
    placeholder: "0x…",
    "aria-describedby": `${id}-said`,
  });
  const problem = element("p", { id: `${id}-said`, class: "wrong", role: "status" });
  const back = button(pays ? "Use the paying account" : "Use the account of this wallet", () => choose(false), {
    class: "plain",
  });
  const typing = element(
    "div",
    { class: "typing" },
    element("label", { for: id }, "The address that gets the money back"),
    input,
    problem,
    back,
  );
  const change = button("Change it", () => choose(true), { class: "plain" });
  const named = element("span", {}, "the paying account");
  same.append(named, ", if no key comes. ", change);
  const element_ = element(
    "div",
    { class: "refund" },
    element("h3", {}, "Money back to"),
    !pays && element("p", { class: "note" }, explained),
    same,
    typing,
  );
  const value = (): Address | undefined => {
    if (!typed && account) return account;
    try {
      const address = readAddress(input.value);
      problem.textContent = "";
      input.removeAttribute("aria-invalid");
      return address;
    } catch (cause) {
      const empty = input.value.trim() === "";
      problem.textContent = empty ? "" : sentence(said(cause));
      input.setAttribute("aria-invalid", String(!empty));
      return undefined;
    }
  };
  const render = (): void => {
    const known = account !== undefined && !typed;
    same.hidden = !known;
    typing.hidden = known;
    back.hidden = account === undefined;
  };
  const choose = (other: boolean): void => {
    typed = other;
    render();
    (other ? input : change).focus();
    onChange();
  };
  input.addEventListener("input", () => {
    typed = true;
    value(); // says a mistake
    onChange();
  });
  render();
  const show = (now: Address | undefined): void => {
    account = now;
    if (!pays && now) named.replaceChildren(addressElement(now), ", the account of the wallet in this browser");
    render();
  };
  return { element: element_, show, value };
}
