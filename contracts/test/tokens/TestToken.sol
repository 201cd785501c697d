// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A token that anyone may mint
/// @notice For tests, demonstrations and chains of one's own. Six decimals, as the usual stable coins have.
contract TestToken is ERC20("Shrinkwrap test token", "TEST") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function decimals() public pure virtual override returns (uint8) {
        return 6;
    }
}
