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

    /// @dev Every bit of a word is in one field, and packing puts it back: packing and reading move bits and change none,
    /// so that what holds for each bit alone holds for all together.
    function test_EveryBitHasItsPlace() public pure {
        for (uint256 bit = 0; bit < 256; ++bit) {
            Pending pending = Pending.wrap(1 << bit);
            uint256[4] memory fields = [pending.epoch(), pending.count(), pending.current(), pending.previous()];
            uint256 field =
                bit < 32
                    ? 0
                    : bit < 64
                        ? 1
                        : bit < 160
                            ? 2
                            : 3;
            uint256[4] memory starts = [uint256(0), 32, 64, 160];
            for (uint256 i = 0; i < 4; ++i) {
                assertEq(fields[i], i == field ? 1 << (bit - starts[i]) : 0, "one field has it");
            }
            Pending again = pack(fields[0], fields[1], fields[2], fields[3]);
            assertEq(Pending.unwrap(again), 1 << bit, "and it goes back");
        }
    }

    function testFuzz_BitsDoNotMeet(uint256 a, uint256 b) public pure {
        (Pending x, Pending y, Pending both) = (Pending.wrap(a), Pending.wrap(b), Pending.wrap(a | b));
        assertEq(both.epoch(), x.epoch() | y.epoch(), "epoch");
        assertEq(both.count(), x.count() | y.count(), "count");
        assertEq(both.current(), x.current() | y.current(), "current");
        assertEq(both.previous(), x.previous() | y.previous(), "previous");
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
