// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token that takes every call that it does not know, and does nothing, as wrapped coin does.
contract PhantomToken is TestToken {
    fallback() external {}
}
