// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VmSafe} from "forge-std/Vm.sol";

import {IEscrow, Leaf} from "../interfaces/IEscrow.sol";
import {IProduct} from "../interfaces/IProduct.sol";
import {nameAccount} from "../libraries/Account.sol";
import {Record, newRecord} from "../libraries/Record.sol";
import {TestBase} from "./TestBase.sol";

/// @title Records held against what Solidity encodes. The test is the product that they ask.
contract RecordTest is TestBase {
    /// What a buyer says.
    struct Said {
        uint8 tier;
        address payer;
        address refundTo;
        bytes32[3] releaseKey;
        uint256 c;
        uint256 z;
        bytes data;
    }

    uint256[7] private answer;
    bytes private asked;

    fallback(bytes calldata question) external returns (bytes memory) {
        asked = question;
        return abi.encode(answer);
    }

    /// @dev Whatever a product answers, bits beyond a field's width included.
    function testFuzz_IsWhatSolidityEncodes(Said calldata said, uint256[7] memory words, uint32 index) public {
        answer = words;
        Leaf memory leaf = leafOf(said, words, index);
        bytes32 account = nameAccount(leaf.publisher, leaf.token, leaf.committee, leaf.feeBps);

        Record record = newRecord(address(this), said.tier, said.payer, said.refundTo, said.releaseKey, said.c, said.z);
        assertTrue(record.ask(said.data), "answered");
        assertEq(asked, questionOf(said), "question");
        assertEq(record.arrange(), hashOffer(leaf), "offer's hash");
        assertEq(record.token(), leaf.token, "token");
        assertEq(record.feeBps(), leaf.feeBps, "fee");
        assertEq(record.amount(), leaf.amount, "amount");
        assertEq(record.account(), account, "account");

        vm.recordLogs();
        assertEq(record.announce(account, index), keccak256(abi.encode(leaf)), "order");
        VmSafe.Log memory log = vm.getRecordedLogs()[0];
        assertEq(log.data, abi.encode(leaf, said.c, said.z), "data");
        assertEq(log.topics.length, 4, "topics");
        assertEq(log.topics[0], IEscrow.PaymentConfirmed.selector, "event");
        assertEq(log.topics[1], account, "account's topic");
        assertEq(log.topics[2], bytes32(uint256(uint160(address(this)))), "product's topic");
        assertEq(log.topics[3], said.releaseKey[0], "key's topic");
    }

    /// @dev A record takes its memory: what is allocated after it does not run into it.
    function testFuzz_KeepsItsMemory(Said calldata said, uint256[7] memory words, bytes calldata more) public {
        answer = words;
        Record record = newRecord(address(this), said.tier, said.payer, said.refundTo, said.releaseKey, said.c, said.z);
        bytes memory first = more;
        assertTrue(record.ask(said.data), "answered");
        assertEq(first, more, "allocated before the question");
        record.arrange();
        bytes memory second = more;
        vm.recordLogs();
        record.announce(record.account(), 7);
        assertEq(vm.getRecordedLogs()[0].data, abi.encode(leafOf(said, words, 7), said.c, said.z), "data");
        assertEq(second, more, "allocated after the question");
    }

    function leafOf(Said calldata said, uint256[7] memory words, uint32 index) private view returns (Leaf memory) {
        return
            Leaf({
                product: address(this),
                tier: said.tier,
                index: index,
                time: uint40(block.timestamp),
                payer: said.payer,
                refundTo: said.refundTo,
                publisher: address(uint160(words[0])),
                token: address(uint160(words[1])),
                committee: address(uint160(words[2])),
                feeBps: uint16(words[4]),
                confirmations: uint8(words[6]),
                groupKey: bytes32(words[3]),
                amount: uint96(words[5]),
                releaseKey: said.releaseKey
            });
    }

    function questionOf(Said calldata said) private pure returns (bytes memory) {
        return abi.encodeCall(IProduct.offer, (said.tier, said.payer, said.releaseKey, said.data));
    }

    function hashOffer(Leaf memory leaf) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(leaf.publisher, leaf.token, leaf.committee, leaf.groupKey, leaf.feeBps, leaf.confirmations)
            );
    }
}
