// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, OrderState} from "../interfaces/IEscrow.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {Release} from "../libraries/Release.sol";
import {Curve} from "./Curve.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {Payee} from "./mocks/Payee.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";
import {TestToken} from "./tokens/TestToken.sol";

/// @title Attacks of docs/threat-model.md on the escrow, each as its attacker would make it.
contract AttacksTest is Fixture {
    uint256 private constant FEE = (uint256(PRICE) * FEE_BPS) / 10_000;

    address private product;

    function setUp() public override {
        super.setUp();
        product = sell(address(0));
    }

    /// @dev Somebody copies a release key from a pending purchase and pays for it himself, with a proof that proves
    /// nothing and the refund to himself, so that its owner could dispute nothing. But a proof is a witness: any that
    /// verifies serves, whoever brings it.
    function test_AJunkProofSpoilsNoDispute() public {
        uint256 b = Curve.scalar("victim");
        Purchase memory p = purchaseOf(product, offerIn(address(0)), "victim");
        (p.c, p.z) = (1, 2);
        Bought memory bought = buy(p, PRICE);
        assertEq(bought.c, 1, "the junk is in the event");
        expectWrongProof(bought);
        this.disputeWith(bought, bought.c, bought.z);

        uint256 snapshot = vm.snapshotState();
        for (uint256 nonce = 1; nonce < 4; ++nonce) {
            (uint256 c, uint256 z) = prove(b, nonce, placeOf(product, 0), Curve.inG1(nonce));
            this.disputeWith(bought, c, z);
            assertEq(uint256(stateOf(bought.order)), uint256(OrderState.Disputed), "any proof serves");
            vm.revertToState(snapshot);
        }
    }

    /// @dev The owner of the very same key proves at another tier, product, escrow or chain, and replays it here.
    function test_RevertWhen_TheProofIsOfElsewhere() public {
        uint256 b = Curve.scalar("b");
        Bought memory bought = buy(product, address(0), "b");
        bytes[4] memory elsewhere = [
            abi.encodePacked(block.chainid, address(escrow), product, uint8(1)),
            abi.encodePacked(block.chainid, address(escrow), stranger, uint8(0)),
            abi.encodePacked(block.chainid, stranger, product, uint8(0)),
            abi.encodePacked(block.chainid + 1, address(escrow), product, uint8(0))
        ];
        for (uint256 i = 0; i < elsewhere.length; ++i) {
            (uint256 c, uint256 z) = Curve.prove(b, elsewhere[i]);
            expectWrongProof(bought);
            this.disputeWith(bought, c, z);
        }
    }

    /// @dev With the nonce 0 the commitment is the identity, which libraries encode in different ways. A proof that
    /// the escrow took and no node does would be a dispute that nobody answers.
    function test_RevertWhen_TheCommitmentIsTheIdentity() public {
        uint256 b = Curve.scalar("b");
        Bought memory bought = buy(product, address(0), "b");
        bytes32[3] memory zeros;
        bytes32[3] memory flagged;
        flagged[0] = bytes32(uint256(0x40) << 248);
        for (uint256 i = 0; i < 2; ++i) {
            (uint256 c, uint256 z) = prove(b, 0, placeOf(product, 0), i == 0 ? zeros : flagged);
            expectWrongProof(bought);
            this.disputeWith(bought, c, z);
        }
    }

    /// @dev The key −id is one whose release s·(id + B) is the identity, which anybody can send, and which pairs as a
    /// release would. Nobody can dispute with such a key, since nobody knows its logarithm; nor is that an answer.
    function test_RevertWhen_TheReleaseOfAKeyIsTheIdentity() public {
        bytes32[3] memory nothing;
        bytes memory place = placeOf(product, 0);
        bytes32[3] memory key = Curve.add(nothing, BLS12381.toAffine(Release.identity(place)), Curve.ORDER - 1);
        assertEq(abi.encode(Curve.release(s, place, key)), abi.encode(nothing), "the release is the identity");
        assertFalse(Release.isRelease(place, key, Q, nothing), "no release");

        Purchase memory p = purchaseOf(product, offerIn(address(0)), "b");
        p.releaseKey = key;
        Bought memory bought = buy(p, PRICE);
        expectWrongProof(bought);
        this.disputeWith(bought, p.c, p.z);
        expectWrongProof(bought);
        this.disputeWith(bought, 0, 0);
    }

    /// @dev The buyer sees the answer in the mempool, copies it, and is first: he would win his own bond back and make
    /// the node pay for a call that fails. The bond is the committee's, whoever sends the answer.
    function test_ACopiedAnswerPaysTheCommittee() public {
        Bought memory bought = buy(product, address(0), "b");
        dispute(bought);
        uint256 bond = escrow.bond();
        bytes32[3] memory release = releaseOf(bought.leaf);
        uint256 before = buyer.balance;

        vm.prank(buyer);
        escrow.answer(bought.leaf, P, Q, release);
        assertEq(buyer.balance, before, "the copier got nothing");
        assertEq(escrow.claims(address(0), buyer), 0, "nor has he a claim");
        vm.expectRevert(
            abi.encodeWithSelector(
                IEscrow.Escrow_WrongState.selector,
                bought.order,
                OrderState.Answered,
                OrderState.Disputed
            )
        );
        escrow.answer(bought.leaf, P, Q, release);

        vm.prank(committee);
        assertEq(escrow.collect(publisher, address(0), FEE_BPS, committee), FEE + bond, "the committee has both");
    }

    /// @dev A product names keys that nobody can answer for: a Q outside the subgroup, which every pairing refuses.
    /// Its publisher is never paid, and the buyer gets all of it back.
    function test_KeysThatNobodyCanAnswerForAreRefunded() public {
        bytes32[6] memory outside = outsideG2();
        Offer memory o = offerIn(address(0));
        o.groupKey = keccak256(abi.encodePacked(P, outside));
        Bought memory bought = buy(purchaseOf(address(new OpenProduct(o)), o, "b"), PRICE);
        dispute(bought);
        bytes32[3] memory release = releaseOf(bought.leaf);
        vm.expectRevert(BLS12381.BLS12381_BadPoint.selector);
        escrow.answer(bought.leaf, P, outside, release);

        vm.warp(START + 1 days + 1);
        escrow.refund(bought.leaf);
        assertEq(friend.balance, PRICE, "all of it");
        assertEq(maturedOf(accountOf(address(0))), 0, "nothing for the publisher");
    }

    /// @dev A committee that names a higher fee after the sale, or none of it: the fee is part of the account's name,
    /// and was cut when the money matured.
    function test_AFeeNamedLaterTakesNothing() public {
        buy(product, address(0), "b");
        vm.warp(START + 2 days);
        uint16[3] memory named = [uint16(0), 1_000, 10_000];
        for (uint256 i = 0; i < named.length; ++i) {
            bytes32 id = keccak256(abi.encode(publisher, address(0), committee, named[i]));
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingDue.selector, id));
            vm.prank(committee);
            escrow.collect(publisher, address(0), named[i], committee);
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingDue.selector, id));
            escrow.withdraw(publisher, address(0), committee, named[i]);
        }
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), PRICE - FEE, "the publisher");
        vm.prank(committee);
        assertEq(escrow.collect(publisher, address(0), FEE_BPS, committee), FEE, "the committee");
    }

    /// @dev A committee whose contract reverts, burns gas or calls back whenever it is called. The escrow never calls
    /// it: purchases, disputes, answers, refunds and withdrawals go on, and only its own fee waits for it.
    function test_AHostileCommitteeBlocksNobody() public {
        Payee.Mood[3] memory moods = [Payee.Mood.Refuses, Payee.Mood.Burns, Payee.Mood.Calls];
        for (uint256 i = 0; i < moods.length; ++i) {
            Payee hostile = new Payee();
            hostile.become(moods[i]);
            committee = address(hostile);
            address at = sell(address(0));
            Bought memory answered = buy(at, address(0), "answered");
            Bought memory refunded = buy(at, address(0), "refunded");
            buy(at, address(0), "undisputed");
            dispute(answered);
            dispute(refunded);
            escrow.answer(answered.leaf, P, Q, releaseOf(answered.leaf));
            uint256 before = friend.balance;
            pass(1 days + 1);
            escrow.refund(refunded.leaf);
            assertEq(friend.balance - before, PRICE, "refunded");
            pass(1 days);
            assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), 2 * (PRICE - FEE), "withdrawn");
        }
    }

    /// @dev An attacker sells to himself in a token that has no code yet, waits until it has, and others have paid in
    /// it, and takes theirs.
    function test_APhantomTokenCreditsNobody() public {
        address attacker = stranger;
        address phantom = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        Offer memory o = offerIn(phantom);
        o.publisher = attacker;
        OpenProduct own = new OpenProduct(o);
        Purchase memory p = purchaseOf(address(own), o, "self");
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoToken.selector, phantom));
        this.sendOut(p);

        TestToken real = new TestToken();
        assertEq(address(real), phantom, "now it has code");
        real.mint(buyer, PRICE);
        vm.prank(buyer);
        real.approve(address(escrow), PRICE);
        buy(sell(phantom), phantom, "honest");
        vm.warp(START + 2 days);
        bytes32 id = keccak256(abi.encode(attacker, phantom, committee, FEE_BPS));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingDue.selector, id));
        escrow.withdraw(attacker, phantom, committee, FEE_BPS);
        assertEq(escrow.withdraw(publisher, phantom, committee, FEE_BPS), PRICE - FEE, "the honest one's is there");
    }

    /// @dev Buys as the buyer. External, so that a revert is one call's.
    function sendOut(Purchase memory p) external returns (bytes32) {
        return send(p, 0);
    }

    /// @dev Disputes as a stranger with a proof of his own. External, so that a revert is one call's.
    function disputeWith(Bought memory bought, uint256 c, uint256 z) external {
        bytes32[] memory path = pathOf(bought.leaf);
        vm.deal(stranger, 1 ether);
        vm.prank(stranger);
        escrow.dispute{value: 1 ether}(bought.leaf, path, c, z);
    }

    function expectWrongProof(Bought memory bought) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongProof.selector, bought.order));
    }

    /// @dev A proof with a nonce of the prover's choice, over an encoding of its commitment.
    function prove(
        uint256 b,
        uint256 nonce,
        bytes memory place,
        bytes32[3] memory commitment
    ) private view returns (uint256 c, uint256 z) {
        bytes32 tag = keccak256("SHRINKWRAP-V1-POK");
        c = uint256(keccak256(abi.encodePacked(tag, place, Curve.inG1(b), commitment))) % Curve.ORDER;
        z = addmod(nonce, mulmod(c, b, Curve.ORDER), Curve.ORDER);
    }

    /// @dev On the curve and not in the subgroup: testdata/vectors/groupkey_q_outside_subgroup.json.
    function outsideG2() private pure returns (bytes32[6] memory) {
        return
            [
                bytes32(0x0b13805096160d7f02b95fe0048cec316a85fa2c26a6c3fb6fc06bdebfae744a),
                0x62cee68bfbc1e459bf7649d19e48beea12db28233871d189f476d44b51e8461a,
                0x4706ca618005a5c62b5e87dfb63378af354f423d71eb21f32049d887e5150ae2,
                0x03c9cc0760647e121bb6a79ea137772b6f973ef40d4002eb71b9aef7bcf7eca8,
                0x0b21ae16036af75b26108bfe26de625211463098ffa997b370c86bc3046b532e,
                0xf6814cb64cec7f56d6bf62a847baeedce49623b5b0cf40cfd2ff154a2e3ccd1c
            ];
    }
}
