// The demo's wallet: a provider (EIP-1193) that is announced as any wallet's is
// (EIP-6963), asks before it signs, and signs in the demo. It is no part of the page
// that it is offered to, and looks like it: its questions stand in a closed shadow
// root, and no style of the page reaches them.

const endpoint = new URL("rpc", import.meta.url);
const named = "Demo wallet";
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  '<rect width="32" height="32" rx="8" fill="#5b21b6"/>' +
  '<path d="M7 11h18v13H7z" fill="none" stroke="#fff" stroke-width="2.5"/>' +
  '<path d="M7 11l12-5v5" fill="none" stroke="#fff" stroke-width="2.5"/>' +
  '<circle cx="20" cy="17.5" r="2.2" fill="#fbbf24"/></svg>';

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { all: initial; }
  dialog {
    --ink: #1e1b2e; --paper: #fff; --soft: #5a5470; --line: #8b84a3; --act: #5b21b6; --on-act: #fff;
    box-sizing: border-box; width: min(26rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); overflow: auto;
    padding: 0; border: 3px solid #5b21b6; border-radius: 1rem; background: var(--paper); color: var(--ink);
    font: 1rem/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  }
  dialog::backdrop { background: rgb(20 10 40 / 0.6); }
  header { padding: 0.6rem 1rem; background: #5b21b6; color: #fff; font-weight: bold; }
  header small { display: block; font-size: 0.8rem; font-weight: normal; }
  main { padding: 1rem; }
  h2 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
  h2:focus { outline: none; }
  dl { margin: 0 0 0.75rem; }
  dt { color: var(--soft); font-size: 0.85rem; }
  dd { margin: 0 0 0.5rem; overflow-wrap: anywhere; white-space: pre-wrap; }
  p { margin: 0 0 1rem; padding: 0.5rem 0.75rem; border-left: 0.3rem solid #d97706; }
  div { display: flex; flex-wrap: wrap; gap: 0.75rem; }
  button {
    flex: 1; min-width: 7rem; min-height: 48px; padding: 0.5rem 1rem; border: 2px solid var(--act); border-radius: 0.6rem;
    background: var(--paper); color: var(--ink); font: inherit; font-weight: bold; cursor: pointer;
  }
  button[value="yes"] { background: var(--act); color: var(--on-act); }
  button:focus-visible { outline: 3px solid #d97706; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    dialog { --ink: #f1eefc; --paper: #1b1630; --soft: #b9b1d6; --line: #6d6590; --act: #a78bfa; --on-act: #1b1630; }
  }
`);

/** An element with text or other elements in it. */
function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** An error as EIP-1193 has it. */
function refusal(code, message, data) {
  return Object.assign(new Error(message), { code, data });
}

let calls = 0;

/** Asks the demo (JSON-RPC 2.0). */
async function ask(method, params) {
  const body = JSON.stringify({ jsonrpc: "2.0", id: ++calls, method, params });
  let reply;
  try {
    const response = await fetch(endpoint, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    reply = await response.json();
  } catch {
    throw refusal(4900, "the demo gave no answer: is it still running?");
  }
  if (reply.error) throw refusal(reply.error.code, reply.error.message, reply.error.data);
  return reply.result;
}

/** Wei as a decimal number of coins. */
function coins(wei) {
  const digits = wei.toString().padStart(19, "0");
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`.replace(/\.?0+$/, "");
}

function transactionQuestion(transaction) {
  const { from = "", to = "", value = "0x0", data = "0x", gas, maxFeePerGas } = transaction ?? {};
  const facts = [["To", to]];
  if (data.length > 2) facts.push(["With it", `a call of a contract, ${(data.length - 2) / 2} bytes`]);
  if (gas && maxFeePerGas) facts.push(["Fee at most", `${coins(BigInt(gas) * BigInt(maxFeePerGas))} ETH`]);
  facts.push(["From", from]);
  return { title: `Send ${coins(BigInt(value))} ETH`, facts };
}

function signatureQuestion(text) {
  const { primaryType, domain, message } = typeof text === "string" ? JSON.parse(text) : text;
  const facts = Object.entries(message).map(([name, value]) => [
    name,
    typeof value === "object" ? JSON.stringify(value, null, 1) : String(value),
  ]);
  return { title: `Sign ${primaryType}`, facts: [["For", String(domain.name ?? domain.verifyingContract)], ...facts] };
}

/** Shows what is asked for, and whether the visitor confirms it. */
function confirm({ title, facts }) {
  const host = element("div", {});
  const root = host.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [style];
  const heading = element("h2", { id: "what", tabindex: "-1", autofocus: "" }, title);
  const name = element("header", { id: "who" }, named, element("small", {}, "of the demo, and no part of the page"));
  const list = element("dl", {}, ...facts.flatMap(([k, v]) => [element("dt", {}, k), element("dd", {}, v)]));
  const no = element("button", { type: "button", value: "no" }, "Reject");
  const yes = element("button", { type: "button", value: "yes" }, "Confirm");
  const worth = element("p", {}, "This money is worth nothing.");
  const main = element("main", {}, heading, list, worth, element("div", {}, no, yes));
  const dialog = element("dialog", { "aria-labelledby": "who what" }, name, main);
  for (const button of [no, yes]) button.addEventListener("click", () => dialog.close(button.value));
  root.append(dialog);
  document.body.append(host);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      host.remove();
      resolve(dialog.returnValue === "yes"); // the Escape key closes without a value
    });
    dialog.showModal();
  });
}

let before = Promise.resolve();

/** Asks one question after the other. */
async function confirmed(question) {
  const answer = before.then(() => confirm(question));
  before = answer.catch(() => undefined);
  if (!(await answer)) throw refusal(4001, "you rejected it in the demo wallet");
}

async function request({ method, params = [] }) {
  let question;
  try {
    if (method === "eth_sendTransaction") question = transactionQuestion(params[0]);
    if (method === "eth_signTypedData_v4") question = signatureQuestion(params[1]);
  } catch {
    throw refusal(-32602, "what is to be confirmed is malformed");
  }
  if (question) await confirmed(question);
  return ask(method, params);
}

// Nothing of it ever changes, so that there is nothing to be told of.
const provider = Object.freeze({ request, on: () => provider, removeListener: () => provider });
const info = Object.freeze({
  uuid: crypto.randomUUID(),
  name: named,
  icon: `data:image/svg+xml;base64,${btoa(icon)}`,
  rdns: "org.shrinkwrap.demo",
});

function announce() {
  const detail = Object.freeze({ info, provider });
  dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
}

addEventListener("eip6963:requestProvider", announce);
announce();
