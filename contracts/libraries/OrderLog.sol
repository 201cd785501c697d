// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title A Merkle mountain range of orders
/// @notice peaks[h] is the newest complete node of height h that had no right neighbour when it was made. A node of
/// height 0 is an order; a higher one is keccak(left ‖ right). Peaks are overwritten, never cleared, and a path is good
/// for whatever peak it leads to: so a proof does not go stale at the next purchase.
/// @dev An order is the hash of 512 bytes, a node that of 64: neither passes for the other.
library OrderLog {
    /// @dev Appends order number `index`, counted from 0.
    function append(mapping(uint256 height => bytes32) storage peaks, uint256 index, bytes32 order) internal {
        uint256 height;
        for (; (index >> height) & 1 == 1; ++height) {
            order = parent(peaks[height], order);
        }
        peaks[height] = order;
    }

    /// @dev Returns where a path leads from order number `index`, and the peak that it has to lead to. A peak that was
    /// never written is zero, which no path leads to.
    function climb(
        mapping(uint256 height => bytes32) storage peaks,
        uint256 index,
        bytes32 order,
        bytes32[] calldata path
    ) internal view returns (bytes32 node, bytes32 peak) {
        node = order;
        for (uint256 h = 0; h < path.length; ++h) {
            node = (index >> h) & 1 == 1 ? parent(path[h], node) : parent(node, path[h]);
        }
        peak = peaks[path.length];
    }

    function parent(bytes32 left, bytes32 right) private pure returns (bytes32 node) {
        assembly ("memory-safe") {
            mstore(0x00, left)
            mstore(0x20, right)
            node := keccak256(0x00, 0x40)
        }
    }
}
