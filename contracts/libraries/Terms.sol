// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title The packed terms of a product.
/// @notice
///     0    publisher(20)
///     20   signer(20)
///     40   token(20)
///     60   committee(20)
///     80   groupKey(32)
///     112  feeBps(2)
///     114  contentHash(32)
///     146  then for each tier price(12) supply(4) confirmations(1)
/// @dev All but `isLength` take terms whose length is right.
library Terms {
    uint256 private constant HEAD_SIZE = 146;
    uint256 private constant TIER_SIZE = 17;
    uint256 private constant MAX_TIERS = 64;

    /// @dev Whether a length is that of 1 to 64 tiers.
    function isLength(uint256 length) internal pure returns (bool) {
        if (length <= HEAD_SIZE || length > HEAD_SIZE + TIER_SIZE * MAX_TIERS) return false;
        return (length - HEAD_SIZE) % TIER_SIZE == 0;
    }

    function publisher(bytes memory terms) internal pure returns (address) {
        return address(bytes20(word(terms, 0)));
    }

    function signer(bytes memory terms) internal pure returns (address) {
        return address(bytes20(word(terms, 20)));
    }

    function token(bytes memory terms) internal pure returns (address) {
        return address(bytes20(word(terms, 40)));
    }

    function committee(bytes memory terms) internal pure returns (address) {
        return address(bytes20(word(terms, 60)));
    }

    function groupKey(bytes memory terms) internal pure returns (bytes32) {
        return word(terms, 80);
    }

    function feeBps(bytes memory terms) internal pure returns (uint16) {
        return uint16(bytes2(word(terms, 112)));
    }

    /// @dev The number of tiers.
    function tiers(bytes memory terms) internal pure returns (uint256) {
        return (terms.length - HEAD_SIZE) / TIER_SIZE;
    }

    /// @dev What a tier costs, how many there are (0: no limit), and how deep its payment has to lie. There is such a
    /// tier: its offset is below the terms' length.
    function tier(
        bytes memory terms,
        uint256 k
    ) internal pure returns (uint96 price, uint32 supply, uint8 confirmations) {
        unchecked {
            bytes32 packed = word(terms, HEAD_SIZE + TIER_SIZE * k);
            return (uint96(bytes12(packed)), uint32(bytes4(packed << 96)), uint8(bytes1(packed << 128)));
        }
    }

    /// @dev The 32 bytes from an offset. What lies beyond the end is for the caller to cut off.
    function word(bytes memory terms, uint256 offset) private pure returns (bytes32 w) {
        assembly ("memory-safe") {
            w := mload(add(add(terms, 0x20), offset))
        }
    }
}
