// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EfficientHashLib} from "solady/src/utils/EfficientHashLib.sol";

/// Everything that is kept for one (publisher, token, committee, fee).
struct Account {
    Pending pending; // slot 0
    Balance balance; // slot 1
    bytes32[32] peaks; // slots 2 to 33, see OrderLog
}

/// Money that may still be disputed and the length of the log, in one word, because every purchase writes it:
///
///     bits 0–31     epoch     in which the account was last written
///     bits 32–63    count     orders logged
///     bits 64–159   current   paid in that epoch
///     bits 160–255  previous  paid in the epoch before it
type Pending is uint256;

using {epoch, count, current, previous, roll} for Pending global;

/// Money that is due.
struct Balance {
    uint128 matured; // to the publisher
    uint128 fees; // to the committee
}

/// @dev The name of an account, keccak256(abi.encode(publisher, token, committee, feeBps)).
function nameAccount(address publisher, address token, address committee, uint256 feeBps) pure returns (bytes32) {
    return EfficientHashLib.hash(uint160(publisher), uint160(token), uint160(committee), feeBps);
}

/// @dev Packs a Pending. The caller has seen to it that every field fits.
function pack(uint256 epoch_, uint256 count_, uint256 current_, uint256 previous_) pure returns (Pending) {
    return Pending.wrap(epoch_ | (count_ << 32) | (current_ << 64) | (previous_ << 160));
}

function epoch(Pending self) pure returns (uint256) {
    return uint32(Pending.unwrap(self));
}

function count(Pending self) pure returns (uint256) {
    return uint32(Pending.unwrap(self) >> 32);
}

function current(Pending self) pure returns (uint256) {
    return uint96(Pending.unwrap(self) >> 64);
}

function previous(Pending self) pure returns (uint256) {
    return Pending.unwrap(self) >> 160;
}

/// @dev The account in a later epoch, and what has matured by then. What is paid in an epoch waits in `current` until
/// the epoch is over and in `previous` through the next: it is pending for one to two epochs, and no transaction is
/// needed for each order. Time does not run backwards, so that the account's epoch is never above `now_`.
function roll(Pending self, uint256 now_) pure returns (Pending rolled, uint256 matured) {
    uint256 last = self.epoch();
    if (last == now_) return (self, 0);
    if (last + 1 == now_) return (pack(now_, self.count(), 0, self.current()), self.previous());
    return (pack(now_, self.count(), 0, 0), self.previous() + self.current());
}
