// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../interfaces/IEscrow.sol";

/// @title What makes a call of its own when it is called itself, and notes what came of it.
/// @notice It goes on as if nothing had happened, so that the refusal itself is seen and not only what it brings down.
abstract contract Prober {
    error Entered(bytes answer);

    address public target;
    bytes public call;

    uint32 public tries;
    uint32 public refusals; // because of the lock

    function arm(address target_, bytes calldata call_) external {
        (target, call) = (target_, call_);
    }

    function probe() internal {
        if (target == address(0)) return;
        (bool ok, bytes memory reason) = target.call(call);
        (tries, refusals) = (tries + 1, refusals + (isRefusal(ok, reason) ? 1 : 0));
    }

    /// @dev Where nothing can be noted, whoever gets in says so by a revert.
    function probeView() internal view {
        if (target == address(0)) return;
        (bool ok, bytes memory reason) = target.staticcall(call);
        if (!isRefusal(ok, reason)) revert Entered(reason);
    }

    function isRefusal(bool ok, bytes memory reason) private pure returns (bool) {
        return !ok && bytes4(reason) == IEscrow.Escrow_Locked.selector;
    }
}
