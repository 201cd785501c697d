// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// A point of G1 as EIP-2537 takes it: each coordinate 16 zero bytes and 48 of its own.
struct G1 {
    bytes32 xHigh;
    bytes32 xLow;
    bytes32 yHigh;
    bytes32 yLow;
}

/// A point of G2 likewise: x.c0, x.c1, y.c0, y.c1.
struct G2 {
    bytes32[8] words;
}

/// @title The protocol's cryptography on the precompiles of EIP-2537
/// @notice Points come as affine words, 96 bytes for G1 and 192 for G2.
/// @dev A failing precompile burns all the gas that it was given. So each gets twice the price that EIP-2537 names and
/// no more, and a failure means nothing but `false` or zero points, upon which every caller reverts.
library BLS12381 {
    /// The order r of both groups.
    uint256 internal constant ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;

    bytes32 internal constant PROOF_TAG = keccak256("SHRINKWRAP-V1-POK");

    string internal constant TIER_DST = "SHRINKWRAP-V1-TIER_BLS12381G1_XMD:SHA-256_SSWU_RO_";

    address private constant MODEXP = address(0x05);
    address private constant G1ADD = address(0x0b);
    address private constant G1MSM = address(0x0c);
    address private constant PAIRING = address(0x0f);
    address private constant MAP_FP_TO_G1 = address(0x10);

    uint256 private constant MODEXP_GAS = 20_000;
    uint256 private constant G1ADD_GAS = 750;
    uint256 private constant G1MSM_GAS = 24_000; // a pair, undiscounted
    uint256 private constant PAIRING_GAS = 205_800; // two pairs
    uint256 private constant MAP_GAS = 11_000;

    bytes private constant FIELD =
        hex"1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab";

    /// @dev g.
    function generator() internal pure returns (G1 memory) {
        return G1(
            0x0000000000000000000000000000000017f1d3a73197d7942695638c4fa9ac0f,
            0xc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb,
            0x0000000000000000000000000000000008b3f481e3aaa0f1a09e30ed741d8ae4,
            0xfcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1
        );
    }

    /// @dev h, affine.
    function generator2() internal pure returns (bytes32[6] memory) {
        return [
            bytes32(0x024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d177),
            0x0bac0326a805bbefd48056c8c121bdb813e02b6052719f607dacd3a088274f65,
            0x596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e,
            0x0ce5d527727d6e118cc9cdc6da2e351aadfd9baa8cbdd3a76d429a695160d12c,
            0x923ac9cc3baca289e193548608b828010606c4a02ea734cc32acd2b02bc28b99,
            0xcb3e287e85a763af267492ab572e99ab3f370d275cec1da1aaa9075ff05f79be
        ];
    }

    /// @dev −h.
    function negatedGenerator2() internal pure returns (G2 memory p) {
        p.words = [
            bytes32(0x00000000000000000000000000000000024aa2b2f08f0a91260805272dc51051),
            0xc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8,
            0x0000000000000000000000000000000013e02b6052719f607dacd3a088274f65,
            0x596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e,
            0x000000000000000000000000000000000d1b3cc2c7027888be51d9ef691d77bc,
            0xb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa,
            0x0000000000000000000000000000000013fa4d4a0ad8b1ce186ed5061789213d,
            0x993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed
        ];
    }

    /// @dev The precompiles' form of x ‖ y. A coordinate that is not below the field's modulus they refuse themselves.
    function fromAffine(bytes32[3] memory a) internal pure returns (G1 memory) {
        return G1(
            bytes32(uint256(a[0]) >> 128),
            bytes32((uint256(a[0]) << 128) | (uint256(a[1]) >> 128)),
            bytes32(uint256(a[1]) & type(uint128).max),
            a[2]
        );
    }

    /// @dev x ‖ y of a point that a precompile returned.
    function toAffine(G1 memory p) internal pure returns (bytes32[3] memory) {
        return [
            bytes32((uint256(p.xHigh) << 128) | (uint256(p.xLow) >> 128)),
            bytes32((uint256(p.xLow) << 128) | uint256(p.yHigh)),
            p.yLow
        ];
    }

    /// @dev The precompiles' form of x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1.
    function fromAffine2(bytes32[6] memory a) internal pure returns (G2 memory p) {
        for (uint256 i = 0; i < 2; ++i) {
            (bytes32 w0, bytes32 w1, bytes32 w2) = (a[3 * i], a[3 * i + 1], a[3 * i + 2]);
            p.words[4 * i] = bytes32(uint256(w0) >> 128);
            p.words[4 * i + 1] = bytes32((uint256(w0) << 128) | (uint256(w1) >> 128));
            p.words[4 * i + 2] = bytes32(uint256(w1) & type(uint128).max);
            p.words[4 * i + 3] = w2;
        }
    }

    function isIdentity(G1 memory p) internal pure returns (bool) {
        return p.xHigh | p.xLow | p.yHigh | p.yLow == 0;
    }

    /// @dev The place of a tier on this chain, 73 bytes.
    function place(address escrow, address product, uint8 tier) internal view returns (bytes memory) {
        return abi.encodePacked(block.chainid, escrow, product, tier);
    }

    /// @dev The identity of a tier: hash_to_curve of its place (RFC 9380).
    function identity(bytes memory placeBytes) internal view returns (G1 memory) {
        return hashToG1(placeBytes, bytes(TIER_DST));
    }

    /// @dev hash_to_curve of RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_.
    function hashToG1(bytes memory message, bytes memory dst) internal view returns (G1 memory) {
        (bytes32 b1, bytes32 b2, bytes32 b3, bytes32 b4) = expand(message, dst);
        return add(mapToG1(reduce(b1, b2)), mapToG1(reduce(b3, b4)));
    }

    /// @dev expand_message_xmd for 128 bytes.
    function expand(bytes memory message, bytes memory dst)
        private
        pure
        returns (bytes32 b1, bytes32 b2, bytes32 b3, bytes32 b4)
    {
        bytes memory dstPrime = abi.encodePacked(dst, uint8(dst.length));
        bytes32 b0 = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(128), uint8(0), dstPrime));
        b1 = sha256(abi.encodePacked(b0, uint8(1), dstPrime));
        b2 = sha256(abi.encodePacked(b0 ^ b1, uint8(2), dstPrime));
        b3 = sha256(abi.encodePacked(b0 ^ b2, uint8(3), dstPrime));
        b4 = sha256(abi.encodePacked(b0 ^ b3, uint8(4), dstPrime));
    }

    /// @dev 64 bytes modulo the field's prime, padded to 64.
    function reduce(bytes32 high, bytes32 low) private view returns (bytes memory element) {
        (, element) = MODEXP.staticcall{gas: MODEXP_GAS}(
            abi.encodePacked(uint256(64), uint256(1), uint256(64), high, low, uint8(1), bytes16(0), FIELD)
        );
    }

    function mapToG1(bytes memory element) private view returns (G1 memory) {
        (bool ok, bytes memory out) = MAP_FP_TO_G1.staticcall{gas: MAP_GAS}(element);
        return point(ok, out);
    }

    /// @dev p + q; the identity where one is not on the curve.
    function add(G1 memory p, G1 memory q) internal view returns (G1 memory) {
        (bool ok, bytes memory out) = G1ADD.staticcall{gas: G1ADD_GAS}(abi.encode(p, q));
        return point(ok, out);
    }

    /// @dev Σ scalars·points from pairs of 160 bytes, point ‖ scalar. Checks that every point is in the subgroup; the
    /// identity where one is not.
    function msm(bytes memory pairs) internal view returns (G1 memory) {
        (bool ok, bytes memory out) = G1MSM.staticcall{gas: (pairs.length / 160) * G1MSM_GAS}(pairs);
        return point(ok, out);
    }

    function point(bool ok, bytes memory out) private pure returns (G1 memory) {
        return ok && out.length == 128 ? abi.decode(out, (G1)) : G1(0, 0, 0, 0);
    }

    /// @dev Whether e(a, h) = e(b, q). Checks that all points are in their subgroups.
    function pairingsEqual(G1 memory a, G1 memory b, G2 memory q) internal view returns (bool) {
        (bool ok, bytes memory out) =
            PAIRING.staticcall{gas: PAIRING_GAS}(abi.encode(a, negatedGenerator2(), b, q));
        return ok && out.length == 32 && abi.decode(out, (uint256)) == 1;
    }

    /// @dev Whether P and Q have the same logarithm: e(P, h) = e(g, Q).
    function keysAgree(bytes32[3] memory P, bytes32[6] memory Q) internal view returns (bool) {
        G1 memory p = fromAffine(P);
        return !isIdentity(p) && pairingsEqual(p, generator(), fromAffine2(Q));
    }

    /// @dev Whether (c, z) proves knowledge of the logarithm of B at a place:
    /// R' = z·g − c·B is not the identity, and c = keccak(tag ‖ place ‖ B ‖ R') mod r.
    /// The multiplication checks that B is in the subgroup.
    function proofVerifies(bytes32[3] memory B, uint256 c, uint256 z, bytes memory placeBytes) internal view returns (bool) {
        if (c >= ORDER || z >= ORDER) return false;
        G1 memory b = fromAffine(B);
        if (isIdentity(b)) return false;
        G1 memory commitment = msm(abi.encode(generator(), z, b, ORDER - c));
        if (isIdentity(commitment)) return false;
        return uint256(keccak256(abi.encodePacked(PROOF_TAG, placeBytes, B, toAffine(commitment)))) % ORDER == c;
    }
}
