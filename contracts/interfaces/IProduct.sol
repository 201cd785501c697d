// SPDX-License-Identifier: MIT
pragma solidity >=0.8.4;

/// @notice What a product answers to the escrow at each purchase.
/// @param publisher Who is paid.
/// @param token What is paid with, zero for the chain's native coin.
/// @param committee Who earns the fee and may collect it.
/// @param groupKey keccak256(P ‖ Q) of the committee whose release is owed, 96 and 192 bytes.
/// @param feeBps The committee's part of the price, in hundredths of a percent.
/// @param price In the token's base units.
/// @param confirmations Blocks before a node releases, 0 meaning 1 and 255 meaning finalised.
struct Offer {
    address publisher;
    address token;
    address committee;
    bytes32 groupKey;
    uint16 feeBps;
    uint96 price;
    uint8 confirmations;
}

/// @title What an escrow asks of a product.
/// @notice Any contract that answers `offer` can be sold: an auction, an allow-list, a subscription, a vote. The
/// template of the factory is one of them. A product decides who may buy, at which price and how often; the money and
/// the log stay with the escrow.
interface IProduct {
    /// @notice Says what one purchase costs and whom it pays.
    /// @dev The escrow holds its lock while it asks: a product that calls back into an entry point makes the purchase
    /// revert. It may read the escrow's views, `proven` for instance.
    ///
    /// Requirements:
    /// - A product that counts, limits or gives rebates must revert unless `msg.sender` is the escrow.
    ///
    /// Warning: a contract whose code or offers can change may give its keys away. The buyer's money stays bound by
    /// the hash of the offer and the highest price that the buyer named.
    /// @param tier Which degree of the product is bought.
    /// @param payer Who pays, authenticated by the escrow or its router.
    /// @param releaseKey The buyer's one-time key B, affine.
    /// @param data Whatever the product asks of a buyer, such as a voucher.
    /// @return The offer. A revert refuses the sale, and its reason reaches the buyer.
    function offer(
        uint8 tier,
        address payer,
        bytes32[3] calldata releaseKey,
        bytes calldata data
    ) external returns (Offer memory);
}

/// @title What the template of the factory adds.
/// @notice A clone whose code carries its terms, packed:
///
///     publisher(20) signer(20) token(20) committee(20) groupKey(32) feeBps(2) contentHash(32)
///     then for each tier price(12) supply(4) confirmations(1)
///
/// `data` is empty or a voucher, abi.encode(address key, uint8 tier, uint96 price, uint32 uses, uint40 expiry,
/// bytes publisherSig, bytes keySig): a key to which the signer gave a price. `uses` of zero means any number, `expiry`
/// is the last second in which it counts and zero means never. Both signatures are EIP-712, 64 bytes (EIP-2098), under the domain {name "Shrinkwrap", version "1", chainId, verifyingContract: the product}:
///
///     publisherSig by the signer: Voucher(address key,uint8 tier,uint96 price,uint32 uses,uint40 expiry)
///     keySig by the key:          Redeem(uint8 tier,bytes32 releaseKey)          releaseKey = keccak256(B affine)
///
/// The second covers the release key, so that a voucher copied from a pending transaction buys only for its owner.
interface ITermsProduct is IProduct {
    /// @notice Somebody else than the escrow called.
    error Product_NotEscrow(address caller, address escrow);
    /// @notice There is no such tier.
    error Product_NoTier(uint256 tier, uint256 tiers);
    /// @notice All of the tier are sold.
    error Product_SoldOut(uint256 tier, uint256 supply);
    /// @notice The voucher is for another tier.
    error Product_OtherTier(uint256 tier, uint256 voucherTier);
    /// @notice The voucher has expired.
    error Product_Expired(uint256 time, uint256 expiry);
    /// @notice The voucher was used as often as it may be.
    error Product_UsedUp(address key, uint256 uses);
    /// @notice A signature is not of the length of EIP-2098.
    error Product_SignatureLength(uint256 length, uint256 needed);
    /// @notice The voucher is not signed by the product's signer.
    error Product_NotSigner(address signed, address signer);
    /// @notice The release key is not signed by the voucher's key.
    error Product_NotKey(address signed, address key);

    /// @notice The escrow that may call `offer`.
    function ESCROW() external view returns (address);

    /// @notice The packed terms.
    function terms() external view returns (bytes memory);

    /// @notice How many of a tier were sold. Counted only where the terms limit the supply.
    function sold(uint8 tier) external view returns (uint32);

    /// @notice How often a voucher's key was used. Counted only where the voucher limits its uses.
    function used(address key) external view returns (uint32);
}
