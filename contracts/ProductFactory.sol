// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {Product} from "./Product.sol";
import {IProductFactory} from "./interfaces/IProductFactory.sol";
import {Terms} from "./libraries/Terms.sol";

/// @title Deploys clones of one template, with their terms as immutable arguments.
contract ProductFactory is IProductFactory {
    using Terms for bytes;

    uint256 private constant MAX_FEE_BPS = 1_000;

    /// @inheritdoc IProductFactory
    address public immutable TEMPLATE;

    /// @dev The escrow creates the factory, and is the one that the template obeys.
    constructor() {
        TEMPLATE = address(new Product(msg.sender));
    }

    /// @inheritdoc IProductFactory
    function deploy(bytes memory terms) external returns (address product) {
        // Check
        product = addressOf(terms);
        if (product.code.length != 0) return product;

        // Effect
        emit ProductDeployed(product, terms.signer());
        Clones.cloneDeterministicWithImmutableArgs(TEMPLATE, terms, 0);
    }

    /// @inheritdoc IProductFactory
    function addressOf(bytes memory terms) public view returns (address product) {
        check(terms);
        return Clones.predictDeterministicAddressWithImmutableArgs(TEMPLATE, terms, 0);
    }

    function check(bytes memory terms) private pure {
        if (!Terms.isLength(terms.length)) revert ProductFactory_WrongLength(terms.length);
        if (terms.publisher() == address(0)) revert ProductFactory_NoPublisher();
        if (terms.signer() == address(0)) revert ProductFactory_NoSigner();
        if (terms.feeBps() > MAX_FEE_BPS) revert ProductFactory_FeeTooHigh(terms.feeBps(), MAX_FEE_BPS);
    }
}
