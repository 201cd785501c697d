// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {ITermsProduct} from "../interfaces/IProduct.sol";
import {IProductFactory} from "../interfaces/IProductFactory.sol";
import {TestBase} from "./TestBase.sol";

/// @title What the escrow is on a chain: Escrow.tree.
contract EscrowTest is TestBase {
    function test_OnTheFirstLayer() public {
        uint24[5] memory chains = [1, 11155111, 560048, 1337, 31337];
        for (uint256 i = 0; i < chains.length; ++i) check(chains[i], 1 days, 1 days, 0.0001 ether);
    }

    function test_OnOtherChains() public {
        uint16[5] memory chains = [10, 8453, 42161, 100, 2];
        for (uint256 i = 0; i < chains.length; ++i) check(chains[i], 3 days, 2 days, 0.0005 ether);
    }

    /// @dev Nothing else depends on the chain: there are two runtime codes, whose addresses are the same.
    function test_ThereAreTwoRuntimeCodes() public {
        uint16[4] memory chains = [1, 31337, 10, 8453];
        bytes memory code = vm.getCode("Escrow.sol:Escrow");
        bytes32[4] memory hashes;
        for (uint256 i = 0; i < 4; ++i) {
            uint256 snapshot = vm.snapshotState();
            vm.chainId(chains[i]);
            hashes[i] = deploy(code).codehash;
            vm.revertToState(snapshot);
        }
        assertEq(hashes[0], hashes[1], "first layer");
        assertEq(hashes[2], hashes[3], "others");
        assertTrue(hashes[0] != hashes[2], "windows differ");
    }

    function test_RevertWhen_ThereIsNoPairing() public {
        vm.mockCallRevert(address(0x0f), bytes(""), bytes(""));
        vm.expectRevert(IEscrow.Escrow_NoPairing.selector);
        this.deployEscrow();
        // A chain where nothing stands at that address: the call succeeds, and answers nothing.
        vm.mockCall(address(0x0f), bytes(""), bytes(""));
        vm.expectRevert(IEscrow.Escrow_NoPairing.selector);
        this.deployEscrow();
        vm.mockCall(address(0x0f), bytes(""), abi.encode(false));
        vm.expectRevert(IEscrow.Escrow_NoPairing.selector);
        this.deployEscrow();
        vm.clearMockedCalls();
        this.deployEscrow();
    }

    function test_RouterIsFirstAndFactorySecond() public {
        IEscrow escrow = IEscrow(deploy(vm.getCode("Escrow.sol:Escrow")));
        assertEq(escrow.ROUTER(), vm.computeCreateAddress(address(escrow), 1), "router");
        assertEq(escrow.FACTORY(), vm.computeCreateAddress(address(escrow), 2), "factory");
        address template = IProductFactory(escrow.FACTORY()).TEMPLATE();
        assertEq(template, vm.computeCreateAddress(escrow.FACTORY(), 1), "template");
        assertEq(ITermsProduct(template).ESCROW(), address(escrow), "the template's escrow");
    }

    function check(uint256 chain, uint256 window, uint256 answer, uint256 floor) private {
        vm.chainId(chain);
        IEscrow escrow = IEscrow(deploy(vm.getCode("Escrow.sol:Escrow")));
        assertEq(escrow.WINDOW(), window, "window");
        assertEq(escrow.ANSWER(), answer, "answer");
        assertEq(escrow.BOND_FLOOR(), floor, "floor");
    }

    /// @dev External, so that a revert is one call's.
    function deployEscrow() external returns (address) {
        return deploy(vm.getCode("Escrow.sol:Escrow"));
    }
}
