// What chains are called.

const names: Readonly<Record<number, string>> = {
  1: "Ethereum",
  10: "OP Mainnet",
  56: "BNB Smart Chain",
  100: "Gnosis",
  137: "Polygon",
  1337: "a chain for trials",
  8453: "Base",
  42161: "Arbitrum One",
  43114: "Avalanche",
  84532: "Base Sepolia, for tests",
  560048: "Hoodi, for tests",
  11155111: "Sepolia, for tests",
};

/** A chain's name and number. */
export function chainText(chainId: number): string {
  const name = names[chainId];
  return name === undefined ? `chain ${chainId}, which this page has no name for` : `${name} (chain ${chainId})`;
}
