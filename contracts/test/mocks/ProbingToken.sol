// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";
import {Prober} from "./Prober.sol";

/// @title A token that calls back in each transfer and, where it cannot change anything, in balanceOf.
contract ProbingToken is TestToken, Prober {
    bool public refuses;

    function refuse(bool on) external {
        refuses = on;
    }

    function balanceOf(address who) public view override returns (uint256) {
        probeView();
        return super.balanceOf(who);
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!refuses, "refused");
        probe();
        super._update(from, to, amount);
    }
}
