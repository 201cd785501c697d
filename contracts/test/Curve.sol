// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BLS} from "solady/src/utils/ext/ithaca/BLS.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {Release} from "../libraries/Release.sol";

/// @title What buyers and committees compute, by the precompiles.
library Curve {
    uint256 internal constant ORDER = BLS12381.ORDER;
    address private constant G2MSM = address(0x0e);

    /// @dev A scalar that is not zero and follows from a label.
    function scalar(string memory label) internal pure returns (uint256) {
        return (uint256(keccak256(bytes(label))) % (ORDER - 1)) + 1;
    }

    /// @dev k·g.
    function inG1(uint256 k) internal view returns (bytes32[3] memory) {
        return multiply(BLS12381.g1(), k);
    }

    /// @dev k·h.
    function inG2(uint256 k) internal view returns (bytes32[6] memory a) {
        (bool ok, bytes memory out) = G2MSM.staticcall(abi.encode(BLS12381.g2(), k));
        require(ok, "G2MSM");
        BLS.G2Point memory p = abi.decode(out, (BLS.G2Point));
        (a[0], a[1], a[2]) = pack(p.x_c0_a, p.x_c0_b, p.x_c1_a, p.x_c1_b);
        (a[3], a[4], a[5]) = pack(p.y_c0_a, p.y_c0_b, p.y_c1_a, p.y_c1_b);
    }

    /// @dev A + k·B.
    function add(bytes32[3] memory A, bytes32[3] memory B, uint256 k) internal view returns (bytes32[3] memory) {
        bytes memory sum = BLS12381.sum(2);
        BLS12381.push(sum, BLS12381.fromAffine(A), 1);
        BLS12381.push(sum, BLS12381.fromAffine(B), k);
        return BLS12381.toAffine(BLS12381.evaluate(sum));
    }

    /// @dev The release s·(id + B).
    function release(uint256 s, bytes memory place, bytes32[3] memory B) internal view returns (bytes32[3] memory) {
        return multiply(BLS.add(Release.identity(place), BLS12381.fromAffine(B)), s);
    }

    /// @dev A proof of knowledge of b at a place.
    function prove(uint256 b, bytes memory place) internal view returns (uint256 c, uint256 z) {
        uint256 nonce = (uint256(keccak256(abi.encode(b, place))) % (ORDER - 1)) + 1;
        bytes memory asked = abi.encodePacked(keccak256("SHRINKWRAP-V1-POK"), place, inG1(b), inG1(nonce));
        c = uint256(keccak256(asked)) % ORDER;
        z = addmod(nonce, mulmod(c, b, ORDER), ORDER);
    }

    function multiply(BLS.G1Point memory p, uint256 k) private view returns (bytes32[3] memory) {
        bytes memory sum = BLS12381.sum(1);
        BLS12381.push(sum, p, k);
        return BLS12381.toAffine(BLS12381.evaluate(sum));
    }

    /// @dev Two coordinates of 48 bytes, each right-aligned in two words, in three words.
    function pack(bytes32 a, bytes32 b, bytes32 c, bytes32 d) private pure returns (bytes32, bytes32, bytes32) {
        return ((a << 128) | (b >> 128), (b << 128) | c, d);
    }
}
