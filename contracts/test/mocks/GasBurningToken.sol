// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token whose transfers burn all gas that they get, while it is told to.
contract GasBurningToken is TestToken {
    bool public burns;

    function burnGas(bool on) external {
        burns = on;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (burns) {
            assembly {
                invalid()
            }
        }
        super._update(from, to, amount);
    }
}
