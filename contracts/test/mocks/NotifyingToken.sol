// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignedToken} from "../tokens/SignedToken.sol";

/// @title Who is told of tokens that came.
interface ITokenReceiver {
    function tokensReceived() external;
}

/// @title A token that tells one receiver of everything that it gets.
contract NotifyingToken is SignedToken {
    address public told;

    function tell(address receiver) external {
        told = receiver;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (to == told) ITokenReceiver(to).tokensReceived();
    }
}
