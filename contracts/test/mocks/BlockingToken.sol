// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token with a block list: who stands on it neither sends nor receives.
contract BlockingToken is TestToken {
    error Blocked(address who);

    mapping(address who => bool) public blocked;

    function setBlocked(address who, bool on) external {
        blocked[who] = on;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (blocked[from]) revert Blocked(from);
        if (blocked[to]) revert Blocked(to);
        super._update(from, to, amount);
    }
}
