// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A product whose answer has bits set beyond a field's type.
contract DirtyProduct {
    uint256[7] private words;

    constructor(uint256[7] memory words_) {
        words = words_;
    }

    fallback(bytes calldata) external returns (bytes memory) {
        return abi.encode(words);
    }
}
