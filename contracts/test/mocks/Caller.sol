// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What makes a contract call another when it is called itself, and pass on why that failed.
abstract contract Caller {
    address public target;
    bytes public call;

    function arm(address target_, bytes calldata call_) external {
        (target, call) = (target_, call_);
    }

    function callBack() internal {
        if (target == address(0)) return;
        (bool ok, bytes memory reason) = target.call(call);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
