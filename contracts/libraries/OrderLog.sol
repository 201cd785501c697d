// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {StorageSlot} from "@openzeppelin/contracts/utils/StorageSlot.sol";

/// @title A log of orders as a Merkle mountain range.
/// @notice The peak of height h is the newest complete node of that height that had no right neighbour when it was
/// made. A node of height 0 is an order, a higher one keccak256(left ‖ right).
///
/// Peaks are overwritten, never cleared, and a path is good for whatever peak it leads to: a proof does not go stale at
/// the next purchase. Every value that ever stood in a peak is a true node, so that an old one proves no less.
///
/// @dev An order is the hash of 512 bytes and a node the hash of 64: neither passes for the other.
library OrderLog {
    /// @dev Appends order number `index`, counted from 0, which is below 2^32 − 1: its height is below 32.
    function append(bytes32[32] storage peaks, uint256 index, bytes32 order) internal {
        uint256 height = 0;
        for (; (index >> height) & 1 == 1; height = height + 1) {
            order = Hashes.efficientKeccak256(peak(peaks, height).value, order);
        }
        peak(peaks, height).value = order;
    }

    /// @dev Whether a path leads from order number `index` to the peak of its height. No path leads to a peak that was
    /// never written: it is zero.
    function proves(
        bytes32[32] storage peaks,
        uint256 index,
        bytes32 order,
        bytes32[] calldata path
    ) internal view returns (bool) {
        if (path.length >= 32) return false;
        bytes32 node = order;
        for (uint256 h = 0; h < path.length; ++h) {
            bool isRight = (index >> h) & 1 == 1;
            node = isRight ? Hashes.efficientKeccak256(path[h], node) : Hashes.efficientKeccak256(node, path[h]);
        }
        return node == peaks[path.length];
    }

    /// @dev The slot of a peak, whose height the caller has bounded.
    function peak(bytes32[32] storage peaks, uint256 height) private pure returns (StorageSlot.Bytes32Slot storage) {
        bytes32 slot;
        assembly ("memory-safe") {
            slot := add(peaks.slot, height)
        }
        return StorageSlot.getBytes32Slot(slot);
    }
}
