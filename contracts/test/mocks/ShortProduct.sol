// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A product that answers fewer or more bytes than an offer has, all zero.
contract ShortProduct {
    uint256 public immutable LENGTH;

    constructor(uint256 length) {
        LENGTH = length;
    }

    fallback() external {
        uint256 length = LENGTH;
        assembly {
            return(0x80, length)
        }
    }
}
