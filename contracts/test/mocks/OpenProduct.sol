// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProduct, Offer} from "../../interfaces/IProduct.sol";
import {Caller} from "./Caller.sol";

/// @title A product of another make: it offers what it was told to last, and makes a call of its own when asked.
contract OpenProduct is IProduct, Caller {
    Offer public current;
    address public lastPayer;
    bytes public lastData;

    constructor(Offer memory first) {
        current = first;
    }

    function change(Offer calldata next) external {
        current = next;
    }

    function offer(uint8, address payer, bytes32[3] calldata, bytes calldata data) external returns (Offer memory) {
        callBack();
        (lastPayer, lastData) = (payer, data);
        return current;
    }
}
