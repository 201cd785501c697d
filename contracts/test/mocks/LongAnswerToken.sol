// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../tokens/TestToken.sol";

/// @title A token whose transfers answer more than a word: true, and zeros up to a length.
contract LongAnswerToken is TestToken {
    uint256 public length = 64;

    function answerWith(uint256 length_) external {
        length = length_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        super.transfer(to, amount);
        return answer();
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        super.transferFrom(from, to, amount);
        return answer();
    }

    function answer() private view returns (bool) {
        uint256 size = length;
        assembly {
            let start := mload(0x40)
            mstore(start, 1)
            return(start, size)
        }
    }
}
