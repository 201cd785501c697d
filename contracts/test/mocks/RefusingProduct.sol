// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProduct, Offer} from "../../interfaces/IProduct.sol";

/// @title A product that sells to nobody and says so.
contract RefusingProduct is IProduct {
    error NotOnTheList(address payer);

    function offer(uint8, address payer, bytes32[3] calldata, bytes calldata) external pure returns (Offer memory) {
        revert NotOnTheList(payer);
    }
}
