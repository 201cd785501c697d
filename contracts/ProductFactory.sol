// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IProductFactory} from "./interfaces/IProductFactory.sol";
import {Product} from "./Product.sol";

/// @title Deploys products: clones of one template, with their terms as immutable arguments
contract ProductFactory is IProductFactory {
    uint256 private constant HEAD = 146;
    uint256 private constant TIER = 17;
    uint256 private constant MAX_TIERS = 64;
    uint256 private constant MAX_FEE_BPS = 1_000;

    /// @inheritdoc IProductFactory
    address public immutable TEMPLATE;

    /// @dev The escrow creates the factory.
    constructor() {
        TEMPLATE = address(new Product(msg.sender));
    }

    /// @inheritdoc IProductFactory
    function deploy(bytes calldata terms) external returns (address product) {
        // Check
        check(terms);
        product = addressOf(terms);
        if (product.code.length != 0) return product;

        // Effect
        emit ProductDeployed(product, party(terms, 20));
        Clones.cloneDeterministicWithImmutableArgs(TEMPLATE, terms, 0);
    }

    /// @inheritdoc IProductFactory
    function addressOf(bytes calldata terms) public view returns (address) {
        return Clones.predictDeterministicAddressWithImmutableArgs(TEMPLATE, terms, 0);
    }

    function check(bytes calldata terms) private pure {
        uint256 length = terms.length;
        if (length < HEAD + TIER || length > HEAD + TIER * MAX_TIERS || (length - HEAD) % TIER != 0) {
            revert ProductFactory_Length(length);
        }
        (address publisher, address signer) = (party(terms, 0), party(terms, 20));
        if (publisher == address(0) || signer == address(0)) revert ProductFactory_NoParty(publisher, signer);
        uint256 feeBps = uint16(bytes2(terms[112:114]));
        if (feeBps > MAX_FEE_BPS) revert ProductFactory_Fee(feeBps, MAX_FEE_BPS);
    }

    function party(bytes calldata terms, uint256 start) private pure returns (address) {
        return address(bytes20(terms[start:start + 20]));
    }
}
