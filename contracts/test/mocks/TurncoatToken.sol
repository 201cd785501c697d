// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token that is well-behaved until it is upgraded.
contract TurncoatToken is TestToken {
    enum Mood {
        Honest,
        Lies, // answers true and moves nothing
        Keeps, // moves half, to nobody
        Odd, // moves all and answers two
        Reverts
    }

    Mood public mood;

    function become(Mood next) external {
        mood = next;
    }

    /// @dev Takes what somebody has.
    function seize(address from) external {
        _burn(from, balanceOf(from));
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (mood == Mood.Lies) return true;
        if (mood == Mood.Reverts) revert("upgraded");
        super.transfer(to, amount);
        if (mood == Mood.Keeps) _burn(to, amount - amount / 2);
        if (mood == Mood.Odd) {
            assembly {
                mstore(0, 2)
                return(0, 32)
            }
        }
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (mood == Mood.Lies) return true;
        if (mood == Mood.Reverts) revert("upgraded");
        super.transferFrom(from, to, amount);
        if (mood == Mood.Keeps) _burn(to, amount - amount / 2);
        return true;
    }
}
