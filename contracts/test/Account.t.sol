// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Pending, nameAccount, pack} from "../libraries/Account.sol";
import {TestBase} from "./TestBase.sol";

/// @title Accounts held against a list of payments.
contract AccountTest is TestBase {
    struct Payment {
        uint256 epoch;
        uint256 amount;
    }

    Payment[] private payments;

    /// @dev Random payments at random times: at each of them what is in the buckets is what the list says.
    function testFuzz_RollAgreesWithTheList(uint96[20] memory amounts, uint8[20] memory steps) public {
        Pending pending;
        uint256 epoch = 20_000;
        uint256 matured = 0;
        for (uint256 i = 0; i < amounts.length; ++i) {
            epoch += steps[i] % 4; // none, the next, or one left out
            uint256 more;
            (pending, more) = pending.roll(epoch);
            matured += more;
            uint256 paid = amounts[i] / 20;
            payments.push(Payment(epoch, paid));
            pending = pack(pending.epoch(), pending.count() + 1, pending.current() + paid, pending.previous());

            assertEq(pending.epoch(), epoch, "epoch");
            assertEq(pending.count(), i + 1, "count");
            assertEq(pending.current(), paidFrom(epoch, epoch), "current");
            assertEq(pending.previous(), paidFrom(epoch - 1, epoch - 1), "previous");
            assertEq(matured, paidFrom(0, epoch - 2), "matured");
        }
    }

    function testFuzz_RollingTwiceIsRollingOnce(uint256 word, uint256 first, uint256 second) public pure {
        Pending pending = atMost(word, type(uint32).max - 10);
        first = bound(first, pending.epoch(), pending.epoch() + 5);
        second = bound(second, first, first + 5);
        (Pending half, uint256 early) = pending.roll(first);
        (Pending whole, uint256 late) = half.roll(second);
        (Pending direct, uint256 atOnce) = pending.roll(second);
        assertEq(atOnce, early + late, "matured");
        assertEq(Pending.unwrap(direct), Pending.unwrap(whole), "buckets");
    }

    function testFuzz_RollKeepsMoneyAndCount(uint256 word, uint256 epoch) public pure {
        Pending pending = Pending.wrap(word);
        epoch = bound(epoch, pending.epoch(), type(uint32).max);
        (Pending rolled, uint256 matured) = pending.roll(epoch);
        assertEq(matured + rolled.current() + rolled.previous(), pending.current() + pending.previous(), "money");
        assertEq(rolled.count(), pending.count(), "count");
        assertEq(rolled.epoch(), epoch, "epoch");
    }

    function testFuzz_PackingIsReadingBackwards(
        uint32 epoch,
        uint32 count,
        uint96 current,
        uint96 previous
    ) public pure {
        Pending pending = pack(epoch, count, current, previous);
        assertEq(pending.epoch(), epoch, "epoch");
        assertEq(pending.count(), count, "count");
        assertEq(pending.current(), current, "current");
        assertEq(pending.previous(), previous, "previous");
        bytes memory packed = abi.encodePacked(previous, current, count, epoch);
        assertEq(abi.encodePacked(Pending.unwrap(pending)), packed, "the layout that Account.sol shows");
    }

    function testFuzz_NamesAreHashesOfTheEncoding(
        address publisher,
        address token,
        address committee,
        uint16 feeBps
    ) public pure {
        bytes32 name = keccak256(abi.encode(publisher, token, committee, feeBps));
        assertEq(nameAccount(publisher, token, committee, feeBps), name, "name");
    }

    function atMost(uint256 word, uint256 epoch) private pure returns (Pending) {
        Pending p = Pending.wrap(word);
        return pack(bound(p.epoch(), 0, epoch), p.count(), p.current(), p.previous());
    }

    function paidFrom(uint256 first, uint256 last) private view returns (uint256 sum) {
        for (uint256 i = 0; i < payments.length; ++i) {
            if (payments[i].epoch >= first && payments[i].epoch <= last) sum += payments[i].amount;
        }
    }
}
