// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BLS} from "solady/src/utils/ext/ithaca/BLS.sol";

/// @title The curve BLS12-381 by the precompiles of EIP-2537.
/// @notice Points come and go affine, x ‖ y in three words for G1 and x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1 in six for G2. The
/// precompiles want each coordinate of 48 bytes in two words of its own, which is the form of solady's structs.
/// @dev Whatever the precompiles refuse reverts: coordinates that are not reduced, points that are not on the curve or,
/// for sums of multiples and pairings, not in the subgroup. A precompile that refuses burns all gas it was given; where
/// the input is a stranger's, that is eight times the price of EIP-2537, which leaves room for price changes.
library BLS12381 {
    /// @notice The point is no point of the subgroup.
    error BLS12381_BadPoint();

    /// The order r of both groups.
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;

    /// The prime of the field, 381 bits.
    uint256 private constant PRIME_HIGH = 0x1a0111ea397fe69a4b1ba7b6434bacd7;
    uint256 private constant PRIME_LOW = 0x64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab;

    uint256 private constant G1MSM_GAS = 8 * 12_000; // for each pair, discount not counted
    uint256 private constant PAIRING_GAS = 8 * (2 * 32_600 + 37_700);

    /// A pair of a sum of multiples: a point of four words and a scalar.
    uint256 private constant PAIR_SIZE = 160;

    /// @dev g.
    function g1() internal pure returns (BLS.G1Point memory) {
        return
            BLS.G1Point(
                0x0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0f,
                0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb,
                0x0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4,
                0xfcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1
            );
    }

    /// @dev h.
    function g2() internal pure returns (BLS.G2Point memory h) {
        h = negatedG2();
        h.y_c0_a = 0x000000000000000000000000000000000ce5d527727d6e118cc9cdc6da2e351a;
        h.y_c0_b = 0xadfd9baa8cbdd3a76d429a695160d12c923ac9cc3baca289e193548608b82801;
        h.y_c1_a = 0x000000000000000000000000000000000606c4a02ea734cc32acd2b02bc28b99;
        h.y_c1_b = 0xcb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be;
    }

    /// @dev −h.
    function negatedG2() internal pure returns (BLS.G2Point memory) {
        return
            BLS.G2Point(
                0x00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051,
                0xc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8,
                0x0000000000000000000000000000000013e02b6052719f607dacd3a088274f65,
                0x596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e,
                0x000000000000000000000000000000000d1b3cc2c7027888be51d9ef691d77bc,
                0xb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa,
                0x0000000000000000000000000000000013fa4d4a0ad8b1ce186ed5061789213d,
                0x993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed
            );
    }

    /// @dev A point of G1 from x ‖ y. Zeros are the identity.
    function fromAffine(bytes32[3] memory a) internal pure returns (BLS.G1Point memory p) {
        (p.x_a, p.x_b) = (high(a[0]), middle(a[0], a[1]));
        (p.y_a, p.y_b) = (low(a[1]), a[2]);
    }

    /// @dev A point of G2 from x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1.
    function fromAffine(bytes32[6] memory a) internal pure returns (BLS.G2Point memory p) {
        (p.x_c0_a, p.x_c0_b) = (high(a[0]), middle(a[0], a[1]));
        (p.x_c1_a, p.x_c1_b) = (low(a[1]), a[2]);
        (p.y_c0_a, p.y_c0_b) = (high(a[3]), middle(a[3], a[4]));
        (p.y_c1_a, p.y_c1_b) = (low(a[4]), a[5]);
    }

    /// @dev x ‖ y of a point that a precompile returned.
    function toAffine(BLS.G1Point memory p) internal pure returns (bytes32[3] memory) {
        return [middle(p.x_a, p.x_b), (p.x_b << 128) | p.y_a, p.y_b];
    }

    function isIdentity(BLS.G1Point memory p) internal pure returns (bool) {
        return p.x_a | p.x_b | p.y_a | p.y_b == 0;
    }

    /// @dev hash_to_curve of RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_. The tag has at most 255 bytes.
    function hashToG1(bytes memory message, bytes memory tag) internal view returns (BLS.G1Point memory) {
        bytes memory suffix = abi.encodePacked(tag, uint8(tag.length));
        // expand_message_xmd to 128 bytes, 64 for each of two field elements:
        // b0 = sha256(64 zeros ‖ message ‖ 128 ‖ 0 ‖ suffix), bi = sha256(b0 ⊕ bi−1 ‖ i ‖ suffix)
        bytes32 b0 = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(128), uint8(0), suffix));
        bytes memory next = abi.encodePacked(bytes32(0), uint8(0), suffix);
        bytes32 b1 = expand(next, b0, 1);
        bytes32 b2 = expand(next, b0 ^ b1, 2);
        bytes32 b3 = expand(next, b0 ^ b2, 3);
        bytes32 b4 = expand(next, b0 ^ b3, 4);
        return BLS.add(BLS.toG1(reduce(b1, b2)), BLS.toG1(reduce(b3, b4)));
    }

    /// @dev sha256(head ‖ i ‖ suffix), where the block has the suffix in its place already.
    function expand(bytes memory block_, bytes32 head, uint256 i) private pure returns (bytes32) {
        assembly ("memory-safe") {
            mstore(add(block_, 0x20), head)
            mstore8(add(block_, 0x40), i)
        }
        return sha256(block_);
    }

    /// @dev An empty sum of multiples with room for some.
    function sum(uint256 capacity) internal pure returns (bytes memory pairs) {
        pairs = new bytes(PAIR_SIZE * capacity);
        assembly ("memory-safe") {
            mstore(pairs, 0)
        }
    }

    /// @dev Adds scalar·p to a sum, whose room the caller has counted.
    function push(bytes memory pairs, BLS.G1Point memory p, uint256 scalar) internal pure {
        assembly ("memory-safe") {
            let length := mload(pairs)
            let end := add(add(pairs, 0x20), length)
            mcopy(end, p, 0x80)
            mstore(add(end, 0x80), scalar)
            mstore(pairs, add(length, PAIR_SIZE))
        }
    }

    /// @dev The value of a sum of multiples. All points are checked to be in the subgroup.
    function evaluate(bytes memory pairs) internal view returns (BLS.G1Point memory p) {
        uint256 gasLimit = (pairs.length / PAIR_SIZE) * G1MSM_GAS;
        (bool ok, bytes memory out) = BLS.BLS12_G1MSM.staticcall{gas: gasLimit}(pairs);
        if (!ok || out.length != 128) revert BLS12381_BadPoint();
        return abi.decode(out, (BLS.G1Point));
    }

    /// @dev Whether e(a, h) = e(b, q). All points are checked to be in their subgroups.
    function samePairing(
        BLS.G1Point memory a,
        BLS.G1Point memory b,
        BLS.G2Point memory q
    ) internal view returns (bool) {
        (bool ok, bytes memory out) = pairing(a, b, q);
        if (!ok || out.length != 32) revert BLS12381_BadPoint();
        return abi.decode(out, (bool));
    }

    /// @dev Whether the chain has the precompiles: e(g, h) = e(g, h).
    function isSupported() internal view returns (bool) {
        (bool ok, bytes memory out) = pairing(g1(), g1(), g2());
        return ok && out.length == 32 && abi.decode(out, (bool));
    }

    /// @dev Asks whether e(a, −h)·e(b, q) = 1.
    function pairing(
        BLS.G1Point memory a,
        BLS.G1Point memory b,
        BLS.G2Point memory q
    ) private view returns (bool, bytes memory) {
        bytes memory pairs = abi.encode(a, negatedG2(), b, q);
        return BLS.BLS12_PAIRING_CHECK.staticcall{gas: PAIRING_GAS}(pairs);
    }

    /// @dev 64 bytes modulo the field's prime, by the precompile of EIP-198: lengths, base, exponent 1, modulus.
    function reduce(bytes32 upper, bytes32 lower) private view returns (BLS.Fp memory element) {
        bytes memory input = abi.encode(64, 32, 64, upper, lower, 1, PRIME_HIGH, PRIME_LOW);
        bool ok;
        assembly ("memory-safe") {
            ok := staticcall(gas(), 0x05, add(input, 0x20), mload(input), element, 0x40)
        }
        assert(ok);
    }

    function high(bytes32 a) private pure returns (bytes32) {
        return a >> 128;
    }

    function middle(bytes32 a, bytes32 b) private pure returns (bytes32) {
        return (a << 128) | (b >> 128);
    }

    function low(bytes32 a) private pure returns (bytes32) {
        return bytes32(uint256(uint128(uint256(a))));
    }
}
