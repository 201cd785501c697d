// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {LibClone} from "solady/src/utils/LibClone.sol";

import {IProduct, ITermsProduct, Offer} from "./interfaces/IProduct.sol";
import {Terms} from "./libraries/Terms.sol";

/// @title The template of the factory's products.
/// @notice Runs as the code of its clones, each of which carries its own terms.
contract Product is ITermsProduct {
    using Terms for bytes;

    /// A right to buy at a price, for who holds the key.
    struct Voucher {
        address key;
        uint8 tier;
        uint96 price;
        uint32 uses; // 0: any number
        uint40 expiry; // the last second, 0: never
        bytes publisherSig; // by the signer, over Voucher(…)
        bytes keySig; // by the key, over Redeem(tier, keccak256(releaseKey))
    }

    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant VOUCHER_TYPE = keccak256(
        "Voucher(address key,uint8 tier,uint96 price,uint32 uses,uint40 expiry)"
    );
    bytes32 private constant REDEEM_TYPE = keccak256("Redeem(uint8 tier,bytes32 releaseKey)");

    /// @inheritdoc ITermsProduct
    address public immutable ESCROW;

    /// @inheritdoc ITermsProduct
    mapping(uint8 tier => uint32) public sold; // slot 0
    /// @inheritdoc ITermsProduct
    mapping(address key => uint32) public used; // slot 1

    constructor(address escrow) {
        ESCROW = escrow;
    }

    /// @inheritdoc IProduct
    function offer(
        uint8 tier,
        address,
        bytes32[3] calldata releaseKey,
        bytes calldata data
    ) external returns (Offer memory o) {
        // Check
        if (msg.sender != ESCROW) revert Product_NotEscrow(msg.sender, ESCROW);
        bytes memory own = terms();
        uint256 tiers = own.tiers();
        if (tier >= tiers) revert Product_NoTier(tier, tiers);

        o.publisher = own.publisher();
        o.token = own.token();
        o.committee = own.committee();
        o.groupKey = own.groupKey();
        o.feeBps = own.feeBps();
        uint32 supply;
        (o.price, supply, o.confirmations) = own.tier(tier);

        // Effect
        if (supply != 0) countSale(tier, supply);
        if (data.length != 0) o.price = redeem(decode(data), own.signer(), tier, releaseKey);

        // In memory an offer is seven clean words, which is how it is encoded.
        assembly ("memory-safe") {
            return(o, 0xe0)
        }
    }

    /// @inheritdoc ITermsProduct
    /// @dev The clones are OpenZeppelin's. Solady's reader fits: its clones, too, have 45 bytes before the arguments.
    function terms() public view returns (bytes memory) {
        return LibClone.argsOnClone(address(this));
    }

    function countSale(uint8 tier, uint32 supply) private {
        uint32 before = sold[tier];
        if (before >= supply) revert Product_SoldOut(tier, supply);
        sold[tier] = before + 1;
    }

    /// @dev Uses a voucher up once and returns its price.
    function redeem(
        Voucher memory v,
        address signer,
        uint8 tier,
        bytes32[3] calldata releaseKey
    ) private returns (uint96) {
        // Check
        if (v.tier != tier) revert Product_OtherTier(tier, v.tier);
        if (v.expiry != 0 && block.timestamp > v.expiry) revert Product_Expired(block.timestamp, v.expiry);
        bytes32 content = keccak256(abi.encode(VOUCHER_TYPE, v.key, v.tier, v.price, v.uses, v.expiry));
        address by = recover(content, v.publisherSig);
        if (by != signer) revert Product_NotSigner(by, signer);
        by = recover(keccak256(abi.encode(REDEEM_TYPE, tier, keccak256(abi.encodePacked(releaseKey)))), v.keySig);
        if (by != v.key) revert Product_NotKey(by, v.key);

        // Effect
        if (v.uses != 0) {
            uint32 before = used[v.key];
            if (before >= v.uses) revert Product_UsedUp(v.key, v.uses);
            used[v.key] = before + 1;
        }
        return v.price;
    }

    /// @dev Who signed a struct under this product's domain, in the 64 bytes of EIP-2098. Never zero.
    function recover(bytes32 content, bytes memory signature) private view returns (address) {
        if (signature.length != 64) revert Product_SignatureLength(signature.length, 64);
        (bytes32 r, bytes32 vs) = abi.decode(signature, (bytes32, bytes32));
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPE, keccak256("Shrinkwrap"), keccak256("1"), block.chainid, address(this))
        );
        return ECDSA.recover(MessageHashUtils.toTypedDataHash(domain, content), r, vs);
    }

    function decode(bytes calldata data) private pure returns (Voucher memory v) {
        (v.key, v.tier, v.price, v.uses, v.expiry, v.publisherSig, v.keySig) = abi.decode(
            data,
            (address, uint8, uint96, uint32, uint40, bytes, bytes)
        );
    }
}
