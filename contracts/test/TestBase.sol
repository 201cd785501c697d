// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonBase} from "forge-std/Base.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdInvariant} from "forge-std/StdInvariant.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

/// @title What every Solidity test stands on.
/// @dev forge-std without safeconsole, whose hundreds of warnings would hide our own.
abstract contract TestBase is CommonBase, StdAssertions, StdInvariant, StdUtils {
    bool public constant IS_TEST = true;

    /// @dev An address that nobody else has, with its name in traces.
    function named(string memory name) internal returns (address who) {
        who = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(who, name);
    }

    /// @dev A number in a range, without a line of log for each.
    function bound(uint256 x, uint256 min, uint256 max) internal pure override returns (uint256) {
        return _bound(x, min, max);
    }

    /// @dev Lets time pass. The compiler may read block.timestamp once a function; the cheat code is asked each time.
    function pass(uint256 by) internal {
        vm.warp(vm.getBlockTimestamp() + by);
    }

    /// @dev Deploys the code of an artifact, or reverts with its reason. What is tested is what is deployed, compiled once.
    function deploy(bytes memory code) internal returns (address deployed) {
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        if (deployed != address(0)) return deployed;
        assembly ("memory-safe") {
            let reason := mload(0x40)
            returndatacopy(reason, 0, returndatasize())
            revert(reason, returndatasize())
        }
    }
}
