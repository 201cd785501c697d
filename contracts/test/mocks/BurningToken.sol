// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token that burns all gas of a call that it does not know, as compilers of old had it.
contract BurningToken is TestToken {
    fallback() external {
        assembly {
            invalid()
        }
    }
}
