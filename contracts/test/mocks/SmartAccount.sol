// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title An account with code, which takes whatever its owner signed (EIP-1271), in the usual 65 bytes.
contract SmartAccount {
    address private immutable OWNER;

    constructor(address owner) {
        OWNER = owner;
    }

    function allow(IERC20 token, address spender, uint256 amount) external {
        token.approve(spender, amount);
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (address by, ECDSA.RecoverError failure, ) = ECDSA.tryRecover(digest, signature);
        return failure == ECDSA.RecoverError.NoError && by == OWNER ? this.isValidSignature.selector : bytes4(0);
    }
}
