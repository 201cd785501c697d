// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Caller} from "./Caller.sol";
import {ITokenReceiver} from "./NotifyingToken.sol";

/// @title Sends what others signed, and makes a call of its own when its tip comes.
contract Relayer is Caller, ITokenReceiver {
    function relay(address to, bytes calldata what) external {
        (bool ok, bytes memory reason) = to.call(what);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }

    function tokensReceived() external {
        callBack();
    }
}
