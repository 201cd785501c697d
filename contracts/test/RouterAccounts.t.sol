// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPaymentRouter} from "../interfaces/IPaymentRouter.sol";
import {Relayed, Vrs} from "./Relayed.sol";
import {SmartAccount} from "./mocks/SmartAccount.sol";

/// @title Payers with code: RouterAccounts.tree.
contract RouterAccountsTest is Relayed {
    address private owner;

    function setUp() public override {
        super.setUp();
        owner = payer;
        SmartAccount account = new SmartAccount(owner);
        payer = address(account);
        coin.mint(payer, FUNDS);
        account.allow(coin, address(router), type(uint256).max);
    }

    function test_WhenTheAccountTakesTheSignature() public {
        buysWhole(sentWith(signLong(PAYER_KEY, payer)));
        assertEq(coin.balanceOf(owner), FUNDS, "its owner paid nothing");
    }

    function test_RevertWhen_TheAccountRefuses() public {
        refuses(signLong(uint256(keccak256("stranger")), payer));
    }

    /// @dev This account would take it for itself: that the payer is signed, too, is all that protects it.
    function test_RevertWhen_ItsOwnerSignedForHimself() public {
        bytes memory signature = signLong(PAYER_KEY, owner);
        bytes4 magic = SmartAccount(payer).isValidSignature(digestOf(request, owner), signature);
        assertEq(magic, SmartAccount.isValidSignature.selector, "it takes whatever its owner signs");
        refuses(signature);
    }

    function test_RevertWhen_ItsOwnerSignedShort() public {
        refuses(sign(PAYER_KEY, digestOf(request, payer)));
    }

    /// @dev A key that lends its address code, by EIP-7702, can still sign.
    function test_WhenTheCodeKnowsNoSignatures() public {
        payer = owner;
        vm.etch(payer, address(token).code);
        vm.prank(payer);
        coin.approve(address(router), type(uint256).max);
        refuses(signLong(PAYER_KEY, payer));
        buysWhole(sentWith(sign(PAYER_KEY, digestOf(request, payer))));
    }

    /// @dev The precompile at 4 answers whatever it was asked.
    function test_RevertWhen_ThePayerIsNobody() public {
        address[2] memory nobodies = [address(0), address(4)];
        for (uint256 i = 0; i < nobodies.length; ++i) {
            payer = nobodies[i];
            refuses("");
            refuses(new bytes(64));
            refuses(new bytes(65));
        }
    }

    function sentWith(bytes memory signature) private view returns (bytes memory) {
        return permittedCall(request, payer, signature, Vrs(0, 0, 0));
    }

    function signLong(uint256 key, address by) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s_) = vm.sign(key, digestOf(request, by));
        return abi.encodePacked(r, s_, v);
    }

    function refuses(bytes memory signature) private {
        bytes memory call = sentWith(signature);
        vm.expectRevert(
            abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NotSigned.selector, payer, digestOf(request, payer))
        );
        this.relay(call);
    }
}
