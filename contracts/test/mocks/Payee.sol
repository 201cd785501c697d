// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Caller} from "./Caller.sol";

/// @title A receiver of coin that takes it, refuses it, burns all gas, or makes a call of its own.
contract Payee is Caller {
    enum Mood {
        Takes,
        Refuses,
        Burns,
        Calls
    }

    Mood public mood;

    function become(Mood next) external {
        mood = next;
    }

    /// @dev Makes any call as this payee.
    function act(address to, bytes calldata what) external payable returns (bytes memory) {
        (bool ok, bytes memory answer) = to.call{value: msg.value}(what);
        if (ok) return answer;
        assembly ("memory-safe") {
            revert(add(answer, 0x20), mload(answer))
        }
    }

    receive() external payable {
        if (mood == Mood.Refuses) revert("refused");
        if (mood == Mood.Burns) {
            assembly {
                invalid()
            }
        }
        if (mood == Mood.Calls) callBack();
    }
}
