// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Conditions, Request} from "../interfaces/IPaymentRouter.sol";
import {Signing} from "../libraries/Signing.sol";

/// @title What payers sign, in reach of vectors.test.js, for any chain and escrow.
contract SigningHarness {
    function offerHash(Conditions calldata offer) external pure returns (bytes32) {
        return Signing.offerHash(offer);
    }

    function hash(Request calldata request, uint256 chainId, address escrow) external pure returns (bytes32) {
        return Signing.hash(request, chainId, escrow);
    }

    function digest(
        Request calldata request,
        address payer,
        uint256 chainId,
        address router
    ) external pure returns (bytes32) {
        return Signing.digest(request, payer, chainId, router);
    }
}
