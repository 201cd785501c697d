// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedToken} from "../tokens/SignedToken.sol";
import {Caller} from "./Caller.sol";

/// @title A token that makes a call of its own in each transfer.
contract ReenteringToken is SignedToken, Caller {
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        callBack();
    }
}
