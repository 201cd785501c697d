// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Prober} from "./Prober.sol";

/// @title A receiver of coin who calls back, or refuses while it is told to.
contract ProbingPayee is Prober {
    bool public refuses;

    function refuse(bool on) external {
        refuses = on;
    }

    /// @dev Makes any call as this payee.
    function act(address to, bytes calldata what) external payable returns (bool ok) {
        (ok, ) = to.call{value: msg.value}(what);
    }

    receive() external payable {
        require(!refuses, "refused");
        probe();
    }
}
