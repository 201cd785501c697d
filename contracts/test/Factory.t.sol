// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITermsProduct, Offer} from "../interfaces/IProduct.sol";
import {IProductFactory} from "../interfaces/IProductFactory.sol";
import {Fixture, Tier} from "./Fixture.sol";

/// @title The factory: Factory.tree.
contract FactoryTest is Fixture {
    uint256 private constant HEAD_SIZE = 146;
    uint256 private constant TIER_SIZE = 17;

    Offer private offer;

    function setUp() public override {
        super.setUp();
        offer = offerIn(address(0));
    }

    function test_RevertWhen_LengthIsWrong() public {
        uint256 most = HEAD_SIZE + 64 * TIER_SIZE;
        uint256[10] memory lengths = [
            0,
            HEAD_SIZE - 1,
            HEAD_SIZE,
            HEAD_SIZE + 1,
            HEAD_SIZE + TIER_SIZE - 1,
            HEAD_SIZE + TIER_SIZE + 1,
            most - 1,
            most + 1,
            most + TIER_SIZE,
            2 * most
        ];
        for (uint256 i = 0; i < lengths.length; ++i) {
            refuses(
                cut(lengths[i]),
                abi.encodeWithSelector(IProductFactory.ProductFactory_WrongLength.selector, lengths[i])
            );
        }
    }

    function test_WhenLengthIsRight() public {
        uint256[3] memory tiers = [uint256(1), 2, 64];
        for (uint256 i = 0; i < tiers.length; ++i) {
            bytes memory terms = cut(HEAD_SIZE + tiers[i] * TIER_SIZE);
            assertEq(ITermsProduct(factory.deploy(terms)).terms(), terms, "terms");
        }
    }

    function test_RevertWhen_PublisherIsZero() public {
        offer.publisher = address(0);
        refuses(packOne(offer, 0), abi.encodeWithSelector(IProductFactory.ProductFactory_NoPublisher.selector));
    }

    function test_RevertWhen_SignerIsZero() public {
        signer = address(0);
        refuses(packOne(offer, 0), abi.encodeWithSelector(IProductFactory.ProductFactory_NoSigner.selector));
    }

    function test_RevertWhen_FeeIsTooHigh() public {
        offer.feeBps = 1_000;
        factory.deploy(packOne(offer, 0));
        offer.feeBps = 1_001;
        refuses(
            packOne(offer, 0),
            abi.encodeWithSelector(IProductFactory.ProductFactory_FeeTooHigh.selector, 1_001, 1_000)
        );
    }

    function test_WhenNew() public {
        bytes memory terms = packOne(offer, 0);
        address foretold = factory.addressOf(terms);
        assertEq(foretold.code.length, 0, "not yet there");
        vm.expectEmit(true, true, true, true, address(factory));
        emit IProductFactory.ProductDeployed(foretold, signer);
        assertEq(factory.deploy(terms), foretold, "address");
        assertEq(foretold, byCreate2(terms), "CREATE2 of the clone's code, salt 0");
        assertEq(ITermsProduct(foretold).terms(), terms, "terms");
    }

    function test_WhenItExists() public {
        bytes memory terms = packOne(offer, 0);
        address product = factory.deploy(terms);
        vm.recordLogs();
        vm.prank(stranger);
        assertEq(factory.deploy(terms), product, "the same");
        assertEq(vm.getRecordedLogs().length, 0, "no event");
    }

    function testFuzz_EveryByteOfTheTermsCounts(uint256 offset, uint8 flip) public view {
        bytes memory terms = packOne(offer, 7);
        address product = factory.addressOf(terms);
        offset = bound(offset, HEAD_SIZE - 32, terms.length - 1); // where no value is refused
        terms[offset] = bytes1(uint8(terms[offset]) ^ uint8(bound(flip, 1, 255)));
        assertTrue(factory.addressOf(terms) != product, "another product");
    }

    /// @dev Terms of so many bytes, of which the first are good ones.
    function cut(uint256 length) private view returns (bytes memory terms) {
        terms = pack(offer, new Tier[](length / TIER_SIZE + 1));
        assembly ("memory-safe") {
            mstore(terms, length)
        }
    }

    /// @dev OpenZeppelin's clone with immutable arguments, put together by hand.
    function byCreate2(bytes memory terms) private view returns (address) {
        bytes memory runtime = abi.encodePacked(
            hex"363d3d373d3d3d363d73",
            factory.TEMPLATE(),
            hex"5af43d82803e903d91602b57fd5bf3",
            terms
        );
        bytes memory init = abi.encodePacked(hex"61", uint16(runtime.length), hex"3d81600a3d39f3", runtime);
        bytes32 hashed = keccak256(abi.encodePacked(hex"ff", address(factory), bytes32(0), keccak256(init)));
        return address(uint160(uint256(hashed)));
    }

    function refuses(bytes memory terms, bytes memory reason) private {
        vm.expectRevert(reason);
        factory.deploy(terms);
        vm.expectRevert(reason);
        factory.addressOf(terms);
    }
}
