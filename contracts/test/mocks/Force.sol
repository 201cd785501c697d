// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Coin that nobody can refuse: it comes without a call.
contract Force {
    constructor(address payable to) payable {
        selfdestruct(to);
    }
}
