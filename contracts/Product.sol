// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IProduct, ITermsProduct, Offer} from "./interfaces/IProduct.sol";

/// A right to buy at a price, for who holds a key.
struct Voucher {
    address key;
    uint8 tier;
    uint96 price;
    uint32 uses; // 0: any number, and none is counted
    uint40 expiry; // 0: never
    bytes publisherSig; // by the signer, over Voucher(key, tier, price, uses, expiry)
    bytes keySig; // by key, over Redeem(tier, keccak(releaseKey))
}

/// @title What the factory's products run
/// @notice A product's terms are the immutable arguments of its clone, in its code from byte 45 on.
contract Product is ITermsProduct {
    uint256 private constant ARGUMENTS = 45;
    uint256 private constant HEAD = 146;
    uint256 private constant TIER = 17;

    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant VOUCHER =
        keccak256("Voucher(address key,uint8 tier,uint96 price,uint32 uses,uint40 expiry)");
    bytes32 private constant REDEEM = keccak256("Redeem(uint8 tier,bytes32 releaseKey)");

    /// @inheritdoc ITermsProduct
    address public immutable ESCROW;

    /// @inheritdoc ITermsProduct
    mapping(uint8 tier => uint32) public sold;

    /// @inheritdoc ITermsProduct
    mapping(address key => uint32) public used;

    /// @dev The factory names the escrow that created it.
    constructor(address escrow) {
        ESCROW = escrow;
    }

    /// @inheritdoc IProduct
    function offer(uint8 tier, address, bytes32[3] calldata releaseKey, bytes calldata data)
        external
        returns (Offer memory o)
    {
        // Check
        if (msg.sender != ESCROW) revert Product_NotEscrow(msg.sender, ESCROW);
        uint256 tiers = (address(this).code.length - ARGUMENTS - HEAD) / TIER;
        if (tier >= tiers) revert Product_NoTier(tier, tiers);

        // Effect
        uint32 supply;
        (o, supply) = read(tier);
        if (supply != 0) count(tier, supply);
        if (data.length != 0) o.price = redeem(tier, releaseKey, abi.decode(data, (Voucher)));
    }

    /// @inheritdoc ITermsProduct
    function terms() external view returns (bytes memory) {
        return Clones.fetchCloneArgs(address(this));
    }

    function count(uint8 tier, uint32 supply) private {
        uint32 before = sold[tier];
        if (before >= supply) revert Product_SoldOut(tier, supply);
        sold[tier] = before + 1;
    }

    /// @dev The terms that an offer has, straight from the code: only what is needed is copied.
    ///   publisher(20) signer(20) token(20) committee(20) groupKey(32) feeBps(2) …   from byte 45
    ///   price(12) supply(4) confirmations(1)                                        from byte 45 + 146 + 17·tier
    function read(uint256 tier) private view returns (Offer memory o, uint32 supply) {
        (bytes32 publisher, bytes32 token, bytes32 committee, bytes32 groupKey, bytes32 fee) = (
            word(ARGUMENTS), word(ARGUMENTS + 40), word(ARGUMENTS + 60), word(ARGUMENTS + 80), word(ARGUMENTS + 112)
        );
        bytes32 sale = word(ARGUMENTS + HEAD + TIER * tier);
        o = Offer({
            publisher: address(bytes20(publisher)),
            token: address(bytes20(token)),
            committee: address(bytes20(committee)),
            groupKey: groupKey,
            feeBps: uint16(bytes2(fee)),
            price: uint96(bytes12(sale)),
            confirmations: uint8(sale[16])
        });
        supply = uint32(bytes4(sale << 96));
    }

    /// @dev Code beyond the end reads as zeros, which only the last tier's unused bytes see.
    function word(uint256 start) private view returns (bytes32 w) {
        assembly ("memory-safe") {
            extcodecopy(address(), 0x00, start, 0x20)
            w := mload(0x00)
        }
    }

    /// @dev The voucher's key signs the release key: copied from a pending transaction, a voucher buys for its owner.
    function redeem(uint8 tier, bytes32[3] calldata releaseKey, Voucher memory v) private returns (uint96) {
        if (v.tier != tier) revert Product_OtherTier(tier, v.tier);
        if (v.expiry != 0 && block.timestamp > v.expiry) revert Product_Expired(block.timestamp, v.expiry);
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("Shrinkwrap"), keccak256("1"), block.chainid, address(this))
        );
        address signer = address(bytes20(word(ARGUMENTS + 20)));
        address signed = recover(
            domain, keccak256(abi.encode(VOUCHER, v.key, v.tier, v.price, v.uses, v.expiry)), v.publisherSig
        );
        if (signed != signer) revert Product_NotSigner(signed, signer);
        signed = recover(domain, keccak256(abi.encode(REDEEM, tier, keccak256(abi.encodePacked(releaseKey)))), v.keySig);
        if (signed != v.key) revert Product_NotKey(signed, v.key);
        if (v.uses != 0) {
            uint32 before = used[v.key];
            if (before >= v.uses) revert Product_Used(v.key, v.uses);
            used[v.key] = before + 1;
        }
        return v.price;
    }

    function recover(bytes32 domain, bytes32 content, bytes memory signature) private pure returns (address) {
        return ECDSA.recover(keccak256(abi.encodePacked(hex"1901", domain, content)), signature);
    }
}
