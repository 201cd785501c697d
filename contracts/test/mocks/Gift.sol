// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title One unit of a token that goes to somebody when it is called, once.
contract Gift {
    IERC20 private immutable TOKEN;
    address private immutable TO;
    bool private given;

    constructor(IERC20 token, address to) {
        (TOKEN, TO) = (token, to);
    }

    function give() external {
        if (given) return;
        given = true;
        require(TOKEN.transfer(TO, 1), "gift");
    }
}
