// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// The pending money of an account and the length of its log: one slot.
struct Pending {
    uint32 epoch; // of the last touch, in windows since 1970
    uint32 count; // orders logged
    uint96 current; // paid in that epoch
    uint96 previous; // paid in the epoch before
}

/// The matured money of an account: one slot.
struct Balance {
    uint128 matured; // the publisher's
    uint128 fees; // the committee's
}

/// @title Money that matures without a transaction for each order
/// @notice What is paid in one epoch waits in `current`, through the next in `previous`, and then belongs to the
/// account: it is pending for one to two epochs.
library Account {
    /// @dev The name of an account.
    function id(address publisher, address token, address committee, uint16 feeBps) internal pure returns (bytes32) {
        return keccak256(abi.encode(publisher, token, committee, feeBps));
    }

    /// @dev Brings an account to an epoch, and returns what has matured. Time does not run backwards, so that an
    /// account's epoch is never above the chain's.
    function roll(Pending memory pending, uint256 epoch) internal pure returns (uint256 matured) {
        if (pending.epoch == epoch) return 0;
        matured = pending.previous;
        if (uint256(pending.epoch) + 1 == epoch) {
            pending.previous = pending.current;
        } else {
            matured += pending.current;
            pending.previous = 0;
        }
        pending.current = 0;
        pending.epoch = uint32(epoch);
    }

    /// @dev Adds what has matured, and cuts the committee's fee from it. Sums of uint96 amounts of at most 2^32 orders
    /// stay below 2^128.
    function credit(Balance storage balance, uint256 matured, uint16 feeBps) internal {
        uint256 fee = (matured * feeBps) / 10_000;
        balance.matured += uint128(matured - fee);
        balance.fees += uint128(fee);
    }
}
