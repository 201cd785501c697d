// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProduct, Offer} from "../../interfaces/IProduct.sol";
import {Prober} from "./Prober.sol";

/// @title A product that calls back when it is asked for its offer.
contract ProbingProduct is IProduct, Prober {
    Offer private current;

    constructor(Offer memory first) {
        current = first;
    }

    function offer(uint8, address, bytes32[3] calldata, bytes calldata) external returns (Offer memory) {
        probe();
        return current;
    }
}
