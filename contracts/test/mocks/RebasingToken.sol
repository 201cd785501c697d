// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token that changes what its holders have, all at once, without a transfer.
contract RebasingToken is TestToken {
    uint256 private constant UNIT = 1_000;

    uint256 private scale = UNIT;

    /// @dev In thousandths of what was minted.
    function rebase(uint256 to) external {
        scale = to;
    }

    function balanceOf(address who) public view override returns (uint256) {
        return (super.balanceOf(who) * scale) / UNIT;
    }

    /// @dev Amounts are what holders see; shares are rounded up, so that nobody moves more than he has.
    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, (amount * UNIT + scale - 1) / scale);
    }
}
