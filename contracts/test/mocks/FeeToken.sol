// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedToken} from "../tokens/SignedToken.sol";

/// @title A token that burns one unit of whatever is transferred.
contract FeeToken is SignedToken {
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(0), 1);
    }
}
