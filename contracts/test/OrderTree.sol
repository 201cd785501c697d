// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A log of orders as a plain array, to hold OrderLog against.
library OrderTree {
    /// @dev The node over the 2^height orders from number `first` on.
    function node(bytes32[] storage orders, uint256 first, uint256 height) internal view returns (bytes32) {
        if (height == 0) return orders[first];
        bytes32 left = node(orders, first, height - 1);
        bytes32 right = node(orders, first + (1 << (height - 1)), height - 1);
        return keccak256(abi.encode(left, right));
    }

    /// @dev The height of the newest complete node over an order.
    function heightOf(bytes32[] storage orders, uint256 index) internal view returns (uint256 height) {
        while (((index >> (height + 1)) + 1) << (height + 1) <= orders.length) ++height;
    }

    /// @dev The path from an order to the highest complete node over it.
    function path(bytes32[] storage orders, uint256 index) internal view returns (bytes32[] memory siblings) {
        siblings = new bytes32[](heightOf(orders, index));
        for (uint256 h = 0; h < siblings.length; ++h) {
            siblings[h] = node(orders, ((index >> h) ^ 1) << h, h);
        }
    }

    /// @dev The newest complete node of a height, zero if there is none.
    function peak(bytes32[] storage orders, uint256 height) internal view returns (bytes32) {
        uint256 complete = orders.length >> height;
        // A right neighbour is merged at once: the peak is the newest left one, unless it stands on the highest level.
        return complete == 0 ? bytes32(0) : node(orders, newestLeft(complete) << height, height);
    }

    /// @dev Nodes with an odd number never rest in a peak.
    function newestLeft(uint256 complete) private pure returns (uint256) {
        return ((complete - 1) >> 1) << 1;
    }
}
