// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {Conditions, Request} from "../interfaces/IPaymentRouter.sol";

/// @title What a payer signs when somebody else sends the payment.
library Signing {
    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant CONDITIONS_TYPE = keccak256(
        "Conditions(address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations)"
    );
    bytes32 private constant REQUEST_TYPE = keccak256(
        "Request(address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline)Conditions(address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations)"
    );

    /// @dev What the escrow compares with the product's offer.
    function offerHash(Conditions calldata offer) internal pure returns (bytes32) {
        return keccak256(abi.encode(offer));
    }

    /// @dev The nonce of EIP-3009: names a purchase by whoever signs the transfer.
    function hash(Request calldata q, uint256 chainId, address escrow) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    chainId,
                    escrow,
                    q.product,
                    q.tier,
                    q.releaseKey,
                    offerHash(q.offer),
                    q.maxPrice,
                    q.refundTo,
                    keccak256(q.data),
                    q.tip,
                    q.deadline
                )
            );
    }

    /// @dev EIP-712. The router stands for the escrow: each has one. The payer is in it, since some accounts with code
    /// take whatever their owner signed, so that what he signs for himself would be theirs, too.
    function digest(
        Request calldata q,
        address payer,
        uint256 chainId,
        address router
    ) internal pure returns (bytes32) {
        bytes32 content = keccak256(
            abi.encode(
                REQUEST_TYPE,
                payer,
                q.product,
                q.tier,
                keccak256(abi.encode(q.releaseKey)),
                keccak256(abi.encode(CONDITIONS_TYPE, q.offer)),
                q.maxPrice,
                q.refundTo,
                keccak256(q.data),
                q.tip,
                q.deadline
            )
        );
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, keccak256("Shrinkwrap"), keccak256("1"), chainId, router));
        return MessageHashUtils.toTypedDataHash(domain, content);
    }
}
