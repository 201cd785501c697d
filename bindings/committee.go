// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// CommitteeMetaData contains all meta data concerning the Committee contract.
var CommitteeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"},{\"internalType\":\"address[]\",\"name\":\"operators_\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"urls_\",\"type\":\"string[]\"},{\"internalType\":\"uint16\",\"name\":\"threshold\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"BLS12381_BadPoint\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"}],\"name\":\"Committee_Active\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"Committee_BadOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"threshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"operators\",\"type\":\"uint256\"}],\"name\":\"Committee_BadThreshold\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"feeBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"Committee_FeeTooHigh\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Committee_Locked\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Committee_NoGroupKey\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"name\":\"Committee_NotEscrow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Committee_NotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"Committee_NothingDue\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Committee_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"operators\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"urls\",\"type\":\"uint256\"}],\"name\":\"Committee_WrongCount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"keys\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"operators\",\"type\":\"uint256\"}],\"name\":\"Committee_WrongKeys\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"Activated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"Confirmed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"url\",\"type\":\"string\"}],\"name\":\"Moved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"indexed\":false,\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"indexed\":false,\"internalType\":\"bytes32[6][]\",\"name\":\"V\",\"type\":\"bytes32[6][]\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"transcript\",\"type\":\"bytes32\"}],\"name\":\"Proposed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Pulled\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ESCROW\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FEE_BPS\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"THRESHOLD\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"collect\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[6][]\",\"name\":\"V\",\"type\":\"bytes32[6][]\"},{\"internalType\":\"bytes32\",\"name\":\"transcript\",\"type\":\"bytes32\"}],\"name\":\"confirm\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"confirmations\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"confirmed\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"due\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"groupKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"newUrl\",\"type\":\"string\"}],\"name\":\"move\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"operators\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"pull\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"url\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "Committee",
	Bin: "0x60e0604052346104b857611dcd80380380610019816104d4565b92833981019060a0818303126104b857610032816104f9565b60208201516001600160401b0381116104b85782019183601f840112156104b8578251936100676100628661050d565b6104d4565b93602085878152016020819760051b830101918383116104b857602001905b8282106104bc5750505060408201516001600160401b0381116104b85782019080601f830112156104b8578151916100c06100628461050d565b9260208085838152019160051b830101918383116104b85760208101915b83831061044757505050505061010260806100fb60608501610524565b9301610524565b9084518015801561043d575b8015610432575b61041a5761ffff841680158015610411575b6103fc575061ffff83166103e881116103e457505f5b81811061022f5750505060c05260a05260805251906001600160401b03821161021b5768010000000000000000821161021b575f54825f558083106101f6575b505f8080525f516020611dad5f395f51905f529291905b8281106101d95760405161183690816105778239608051818181602f01528181610a030152610d36015260a05181611030015260c051818181610baf0152610ced0152f35b81516001600160a01b031681850155602090910190600101610194565b5f8052610215908390035f516020611dad5f395f51905f52840161055b565b5f61017d565b634e487b7160e01b5f52604160045260245ffd5b6001600160a01b036102418289610533565b5116801580156103ce575b6103bd57805f52600160205260405f20600160ff198254161790556102718285610533565b515f91825260026020526040909120815190916001600160401b03821161021b578254600181811c911680156103b3575b602082101461039f57601f811161035c575b50602090601f83116001146102f5576001949392915f91836102ea575b50505f19600383901b1c191690841b1790555b0161013d565b015190505f806102d1565b90601f19831691845f52815f20925f5b81811061034457509160019695949291838895931061032c575b505050811b0190556102e4565b01515f1960f88460031b161c191690555f808061031f565b92936020600181928786015181550195019301610305565b828111156102b45761039190845f5260205f2090601f850160051c9060208610610397575b601f82910160051c03910161055b565b5f6102b4565b5f9150610381565b634e487b7160e01b5f52602260045260245ffd5b90607f16906102a2565b62bdd26560e51b5f5260045260245ffd5b50805f52600160205260ff60405f20541661024c565b63278d863560e21b5f526004526103e860245260445ffd5b63b0eda2b560e01b5f5260045260245260445ffd5b50818111610127565b90519063039c8eff60e01b5f5260045260245260445ffd5b508151811415610115565b506020811161010e565b82516001600160401b0381116104b857820185603f820112156104b8576020810151916001600160401b03831161021b5761048b601f8401601f19166020016104d4565b83815260408385010188106104b8575f602085819660408397018386015e830101528152019201916100de565b5f80fd5b602080916104c9846104f9565b815201910190610086565b6040519190601f01601f191682016001600160401b0381118382101761021b57604052565b51906001600160a01b03821682036104b857565b6001600160401b03811161021b5760051b60200190565b519061ffff821682036104b857565b80518210156105475760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b5f5b82811061056957505050565b5f8282015560010161055d56fe60806040526004361015610087575b3615610018575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005857005b7faf5b3006000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f3560e01c80630bfb0697146112a957806366b3bcb014611054578063785ffb3714610ff85780639037d9ca14610fbd5780639a62d44c14610e63578063a12ef25e14610c36578063a9d9979514610bd3578063bf333f2c14610b77578063c98fa6bf14610b25578063e673df8a14610a27578063e681c4aa146109b9578063ec95bfe7146109715763fb6a42400361000e573461085e576101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e573660641161085e57366101241161085e576101243567ffffffffffffffff811161085e573660238201121561085e5780600401359067ffffffffffffffff821161085e5760248101906024369160c0850201011161085e576101443590335f52600160205260ff60405f20541615610945576003548061091a57505f548084036108eb57506040516020810190610213816101e7868887876116e6565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826115fa565b51902092604051602081019060606004833760c060646080830137610120815261023f610140826115fa565b51902092845f52600560205260405f205415918280936103f2575b6103ca578493869361038c575b5050505050335f52600460205260405f20548061034f575b50335f5260046020528160405f205581337fe9b6a6673f4cf3a2dd15c13fa7f706b36e0c3a446358082e9bad47b6fb7d35b15f80a3815f52600560205260405f2080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610322576001018091555f54146102f857005b806003557f2fc21317f52fc91fbf2c84357eacb1a9ebb6c1c975ccf7a30d55588368ead7365f80a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5f52600560205260405f2080548015610322577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0190555f61027f565b6103bd7fa16a1383fb588a81cc919cddacc143dae26bb98a3059c714198fdea5e0dd1cb993604051938493846116e6565b0390a380825f8080610267565b7fcc518494000000000000000000000000000000000000000000000000000000005f5260045ffd5b506040516104016060826115fa565b6004815b606482106108db5750506040519061041e60c0836115fa565b6064825b61012482106108cb5750506104356117d6565b90805160801c9060406fffffffffffffffffffffffffffffffff82516020840190815160801c9060801b17946020870195865286525116910151918260608501528160408501528351905117171715159182610494575b50501561025a565b5f92509082916104a26117d6565b506107c0604051916104b3836115c1565b6f17f1d3a73197d7942695638c4fa9ac0f83527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208401526f08b3f481e3aaa0f1a09e30ed741d8ae460408401527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e160608401526105306117fa565b906fffffffffffffffffffffffffffffffff815160801c8251906020840191825160801c9060801b1760208601528452511660408201516060840152604083015260a06fffffffffffffffffffffffffffffffff60608301805160801c9051906080850191825160801c9060801b17848701526080860152511691015160e083015260c08201526105bf6117fa565b5061076a604051936105d0856115dd565b6f024aa2b2f08f0a91260805272dc5105185527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208601526f13e02b6052719f607dacd3a088274f6560408601527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60608601526f0d1b3cc2c7027888be51d9ef691d77bc60808601527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08601526f13fa4d4a0ad8b1ce186ed5061789213d60c08601527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e0860152610740604051956106f0602088018099606080918051845260208101516020850152604081015160408501520151910152565b60a087019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b80516101a086015260208101516101c086015260408101516101e086015260600151610200850152565b805161022084015260208101516102408401526040810151610260840152606081015161028084015260808101516102a084015260a08101516102c084015260c08101516102e084015260e00151610300830152565b61030081526107d1610320826115fa565b5190600f620c8fa0fa3d156108c3573d9067ffffffffffffffff82116108965760405191610827601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe016602001846115fa565b82523d5f602084013e5b15801561088a575b6108625760208180518101031261085e5760200151801515810361085e575f8061048c565b5f80fd5b7fc6fe4832000000000000000000000000000000000000000000000000000000005f5260045ffd5b50602081511415610839565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b606090610831565b8135815260209182019101610422565b8135815260209182019101610405565b837f5941956b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f9613f7ae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f03afc200000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461085e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e576004355f526005602052602060405f2054604051908152f35b3461085e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461085e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e576040518060205f54928381520180925f80527f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563905f5b818110610af95750505081610aa19103826115fa565b604051918291602083019060208452518091526040830191905f5b818110610aca575050500390f35b825173ffffffffffffffffffffffffffffffffffffffff16845285945060209384019390920191600101610abc565b825473ffffffffffffffffffffffffffffffffffffffff16845260209093019260019283019201610a8b565b3461085e5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e576020610b6f610b6161152a565b610b6961154d565b90611655565b604051908152f35b3461085e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e57602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461085e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e5773ffffffffffffffffffffffffffffffffffffffff610c1f61152a565b165f526004602052602060405f2054604051908152f35b3461085e5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e57610c6d61152a565b610c7561154d565b5f5c610e3b5760015f5d610c888161173f565b73ffffffffffffffffffffffffffffffffffffffff604051937f6157fdc900000000000000000000000000000000000000000000000000000000855216600484015273ffffffffffffffffffffffffffffffffffffffff82169283602482015261ffff7f00000000000000000000000000000000000000000000000000000000000000001660448201523060648201526020816084815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af18015610e3057610dfe575b50610d70610d759261173f565b611648565b815f526007602052610d8b8160405f205461163b565b5f548015610dd157835f526006602052610dac60405f20918304825461163b565b90555f54908115610dd1576020935f52600784520660405f20555f805d604051908152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b6020813d602011610e28575b81610e17602093836115fa565b8101031261085e5750610d70610d63565b3d9150610e0a565b6040513d5f823e3d90fd5b7ffee03be7000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461085e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e5773ffffffffffffffffffffffffffffffffffffffff610eaf61152a565b165f52600260205260405f206040515f825492610ecb84611570565b9081845260208401946001811690815f14610f825750600114610f42575b84604085610ef9818703826115fa565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b5f90815260208120939250905b808210610f6857509091508101602001610ef982610ee9565b919260018160209254838588010152019101909291610f4f565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001686525050151560051b82016020019050610ef982610ee9565b3461085e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e576020600354604051908152f35b3461085e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e57602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461085e5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e5761108b61152a565b61109361154d565b905f5c610e3b5760015f5d335f52600160205260ff60405f20541615610945576110bd3382611655565b9081156112635773ffffffffffffffffffffffffffffffffffffffff1691825f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f2061111283825461163b565b905573ffffffffffffffffffffffffffffffffffffffff81169081846040518581527f71245ca0cbcd7ed3effe3e947001ed7a673eb73fda8d6c09755be6d7cb89d24d60203392a4831561120c5750604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f526004528160245260205f60448180875af19060015f51148216156111eb575b604052156111bf57602091505b5f805d604051908152f35b507f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661120357833b15153d151616906111a7565b503d5f823e3d90fd5b8293505f808093948193826040516112256020826115fa565b525af11561123657506020906111b4565b7eb6ac01000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff907f7b20577f000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b3461085e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261085e5760043567ffffffffffffffff811161085e573660238201121561085e57806004013567ffffffffffffffff811161085e57366024828401011161085e57335f52600160205260ff60405f2054161561094557335f52600260205260405f20916113418354611570565b601f81116114d9575b505f92601f831160011461141457827f0b3ad9982904e2122e1b7f17b73f21a625e794612d0eb4522ebdb4ae2922ebda93945f91611406575b508460011b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8660031b1c19161790555b82602460405192602084528260208501520160408301375f604084830101526040817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f339601168101030190a2005b602491508301013585611383565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0831693815f5260205f20905f5b8681106114be5750847f0b3ad9982904e2122e1b7f17b73f21a625e794612d0eb4522ebdb4ae2922ebda959610611483575b5050600184811b0190556113b5565b60247fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60f88860031b161c1991850101351690558480611474565b90916020600181926024868901013581550193019101611442565b8281111561134a57835f5260205f20601f840160051c9060208510611522575b81601f9101920160051c03905f5b82811061151557505061134a565b5f82820155600101611507565b5f91506114f9565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361085e57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361085e57565b90600182811c921680156115b7575b602083101461158a57565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f169161157f565b6080810190811067ffffffffffffffff82111761089657604052565b610100810190811067ffffffffffffffff82111761089657604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761089657604052565b9190820180921161032257565b9190820391821161032257565b9073ffffffffffffffffffffffffffffffffffffffff81165f52600160205260ff60405f2054165f146116e05773ffffffffffffffffffffffffffffffffffffffff6116dd921690815f52600660205260405f2054915f52600860205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260405f205490611648565b90565b50505f90565b9392919081610160860160606004883760c06064606089013761016061012088015252610180850190915f5b8181106117255750506101409150930152565b909160c08082818760019537019401910192919092611712565b73ffffffffffffffffffffffffffffffffffffffff168061175f57504790565b6020602491604051928380927f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa908115610e30575f916117a7575090565b90506020813d6020116117ce575b816117c2602093836115fa565b8101031261085e575190565b3d91506117b5565b604051906117e3826115c1565b5f6060838281528260208201528260408201520152565b60405190611807826115dd565b5f60e0838281528260208201528260408201528260608201528260808201528260a08201528260c0820152015256290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563",
}

// Committee is an auto generated Go binding around an Ethereum contract.
type Committee struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Committee) GetABI() abi.ABI {
	return c.abi
}

// NewCommittee creates a new instance of Committee.
func NewCommittee() *Committee {
	parsed, err := CommitteeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Committee{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Committee) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address escrow, address[] operators_, string[] urls_, uint16 threshold, uint16 feeBps) returns()
func (committee *Committee) PackConstructor(escrow common.Address, operators_ []common.Address, urls_ []string, threshold uint16, feeBps uint16) []byte {
	enc, err := committee.abi.Pack("", escrow, operators_, urls_, threshold, feeBps)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ESCROW() view returns(address)
func (committee *Committee) PackESCROW() []byte {
	enc, err := committee.abi.Pack("ESCROW")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ESCROW() view returns(address)
func (committee *Committee) TryPackESCROW() ([]byte, error) {
	return committee.abi.Pack("ESCROW")
}

// UnpackESCROW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe681c4aa.
//
// Solidity: function ESCROW() view returns(address)
func (committee *Committee) UnpackESCROW(data []byte) (common.Address, error) {
	out, err := committee.abi.Unpack("ESCROW", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFEEBPS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf333f2c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FEE_BPS() view returns(uint16)
func (committee *Committee) PackFEEBPS() []byte {
	enc, err := committee.abi.Pack("FEE_BPS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFEEBPS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf333f2c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FEE_BPS() view returns(uint16)
func (committee *Committee) TryPackFEEBPS() ([]byte, error) {
	return committee.abi.Pack("FEE_BPS")
}

// UnpackFEEBPS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbf333f2c.
//
// Solidity: function FEE_BPS() view returns(uint16)
func (committee *Committee) UnpackFEEBPS(data []byte) (uint16, error) {
	out, err := committee.abi.Unpack("FEE_BPS", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackTHRESHOLD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x785ffb37.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function THRESHOLD() view returns(uint16)
func (committee *Committee) PackTHRESHOLD() []byte {
	enc, err := committee.abi.Pack("THRESHOLD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTHRESHOLD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x785ffb37.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function THRESHOLD() view returns(uint16)
func (committee *Committee) TryPackTHRESHOLD() ([]byte, error) {
	return committee.abi.Pack("THRESHOLD")
}

// UnpackTHRESHOLD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x785ffb37.
//
// Solidity: function THRESHOLD() view returns(uint16)
func (committee *Committee) UnpackTHRESHOLD(data []byte) (uint16, error) {
	out, err := committee.abi.Unpack("THRESHOLD", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa12ef25e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function collect(address publisher, address token) returns(uint256 amount)
func (committee *Committee) PackCollect(publisher common.Address, token common.Address) []byte {
	enc, err := committee.abi.Pack("collect", publisher, token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa12ef25e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function collect(address publisher, address token) returns(uint256 amount)
func (committee *Committee) TryPackCollect(publisher common.Address, token common.Address) ([]byte, error) {
	return committee.abi.Pack("collect", publisher, token)
}

// UnpackCollect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa12ef25e.
//
// Solidity: function collect(address publisher, address token) returns(uint256 amount)
func (committee *Committee) UnpackCollect(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("collect", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackConfirm is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb6a4240.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirm(bytes32[3] P, bytes32[6] Q, bytes32[6][] V, bytes32 transcript) returns()
func (committee *Committee) PackConfirm(p [3][32]byte, q [6][32]byte, v [][6][32]byte, transcript [32]byte) []byte {
	enc, err := committee.abi.Pack("confirm", p, q, v, transcript)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirm is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb6a4240.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirm(bytes32[3] P, bytes32[6] Q, bytes32[6][] V, bytes32 transcript) returns()
func (committee *Committee) TryPackConfirm(p [3][32]byte, q [6][32]byte, v [][6][32]byte, transcript [32]byte) ([]byte, error) {
	return committee.abi.Pack("confirm", p, q, v, transcript)
}

// PackConfirmations is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec95bfe7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmations(bytes32 digest) view returns(uint256)
func (committee *Committee) PackConfirmations(digest [32]byte) []byte {
	enc, err := committee.abi.Pack("confirmations", digest)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirmations is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec95bfe7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirmations(bytes32 digest) view returns(uint256)
func (committee *Committee) TryPackConfirmations(digest [32]byte) ([]byte, error) {
	return committee.abi.Pack("confirmations", digest)
}

// UnpackConfirmations is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xec95bfe7.
//
// Solidity: function confirmations(bytes32 digest) view returns(uint256)
func (committee *Committee) UnpackConfirmations(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("confirmations", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackConfirmed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9d99795.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmed(address operator) view returns(bytes32 digest)
func (committee *Committee) PackConfirmed(operator common.Address) []byte {
	enc, err := committee.abi.Pack("confirmed", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirmed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9d99795.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirmed(address operator) view returns(bytes32 digest)
func (committee *Committee) TryPackConfirmed(operator common.Address) ([]byte, error) {
	return committee.abi.Pack("confirmed", operator)
}

// UnpackConfirmed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9d99795.
//
// Solidity: function confirmed(address operator) view returns(bytes32 digest)
func (committee *Committee) UnpackConfirmed(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("confirmed", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc98fa6bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function due(address token, address operator) view returns(uint256)
func (committee *Committee) PackDue(token common.Address, operator common.Address) []byte {
	enc, err := committee.abi.Pack("due", token, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc98fa6bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function due(address token, address operator) view returns(uint256)
func (committee *Committee) TryPackDue(token common.Address, operator common.Address) ([]byte, error) {
	return committee.abi.Pack("due", token, operator)
}

// UnpackDue is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc98fa6bf.
//
// Solidity: function due(address token, address operator) view returns(uint256)
func (committee *Committee) UnpackDue(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("due", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupKey() view returns(bytes32)
func (committee *Committee) PackGroupKey() []byte {
	enc, err := committee.abi.Pack("groupKey")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupKey() view returns(bytes32)
func (committee *Committee) TryPackGroupKey() ([]byte, error) {
	return committee.abi.Pack("groupKey")
}

// UnpackGroupKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9037d9ca.
//
// Solidity: function groupKey() view returns(bytes32)
func (committee *Committee) UnpackGroupKey(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("groupKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bfb0697.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function move(string newUrl) returns()
func (committee *Committee) PackMove(newUrl string) []byte {
	enc, err := committee.abi.Pack("move", newUrl)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bfb0697.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function move(string newUrl) returns()
func (committee *Committee) TryPackMove(newUrl string) ([]byte, error) {
	return committee.abi.Pack("move", newUrl)
}

// PackOperators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe673df8a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operators() view returns(address[])
func (committee *Committee) PackOperators() []byte {
	enc, err := committee.abi.Pack("operators")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe673df8a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operators() view returns(address[])
func (committee *Committee) TryPackOperators() ([]byte, error) {
	return committee.abi.Pack("operators")
}

// UnpackOperators is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe673df8a.
//
// Solidity: function operators() view returns(address[])
func (committee *Committee) UnpackOperators(data []byte) ([]common.Address, error) {
	out, err := committee.abi.Unpack("operators", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackPull is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66b3bcb0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pull(address token, address to) returns(uint256 amount)
func (committee *Committee) PackPull(token common.Address, to common.Address) []byte {
	enc, err := committee.abi.Pack("pull", token, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPull is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66b3bcb0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pull(address token, address to) returns(uint256 amount)
func (committee *Committee) TryPackPull(token common.Address, to common.Address) ([]byte, error) {
	return committee.abi.Pack("pull", token, to)
}

// UnpackPull is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x66b3bcb0.
//
// Solidity: function pull(address token, address to) returns(uint256 amount)
func (committee *Committee) UnpackPull(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("pull", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a62d44c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function url(address operator) view returns(string)
func (committee *Committee) PackUrl(operator common.Address) []byte {
	enc, err := committee.abi.Pack("url", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a62d44c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function url(address operator) view returns(string)
func (committee *Committee) TryPackUrl(operator common.Address) ([]byte, error) {
	return committee.abi.Pack("url", operator)
}

// UnpackUrl is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9a62d44c.
//
// Solidity: function url(address operator) view returns(string)
func (committee *Committee) UnpackUrl(data []byte) (string, error) {
	out, err := committee.abi.Unpack("url", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// CommitteeActivated represents a Activated event raised by the Committee contract.
type CommitteeActivated struct {
	GroupKey [32]byte
	Digest   [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteeActivatedEventName = "Activated"

// ContractEventName returns the user-defined event name.
func (CommitteeActivated) ContractEventName() string {
	return CommitteeActivatedEventName
}

// UnpackActivatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Activated(bytes32 indexed groupKey, bytes32 indexed digest)
func (committee *Committee) UnpackActivatedEvent(log *types.Log) (*CommitteeActivated, error) {
	event := "Activated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeActivated)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeConfirmed represents a Confirmed event raised by the Committee contract.
type CommitteeConfirmed struct {
	Operator common.Address
	Digest   [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteeConfirmedEventName = "Confirmed"

// ContractEventName returns the user-defined event name.
func (CommitteeConfirmed) ContractEventName() string {
	return CommitteeConfirmedEventName
}

// UnpackConfirmedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Confirmed(address indexed operator, bytes32 indexed digest)
func (committee *Committee) UnpackConfirmedEvent(log *types.Log) (*CommitteeConfirmed, error) {
	event := "Confirmed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeConfirmed)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeMoved represents a Moved event raised by the Committee contract.
type CommitteeMoved struct {
	Operator common.Address
	Url      string
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteeMovedEventName = "Moved"

// ContractEventName returns the user-defined event name.
func (CommitteeMoved) ContractEventName() string {
	return CommitteeMovedEventName
}

// UnpackMovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Moved(address indexed operator, string url)
func (committee *Committee) UnpackMovedEvent(log *types.Log) (*CommitteeMoved, error) {
	event := "Moved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeMoved)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeProposed represents a Proposed event raised by the Committee contract.
type CommitteeProposed struct {
	Digest     [32]byte
	GroupKey   [32]byte
	P          [3][32]byte
	Q          [6][32]byte
	V          [][6][32]byte
	Transcript [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const CommitteeProposedEventName = "Proposed"

// ContractEventName returns the user-defined event name.
func (CommitteeProposed) ContractEventName() string {
	return CommitteeProposedEventName
}

// UnpackProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Proposed(bytes32 indexed digest, bytes32 indexed groupKey, bytes32[3] P, bytes32[6] Q, bytes32[6][] V, bytes32 transcript)
func (committee *Committee) UnpackProposedEvent(log *types.Log) (*CommitteeProposed, error) {
	event := "Proposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeProposed)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteePulled represents a Pulled event raised by the Committee contract.
type CommitteePulled struct {
	Operator common.Address
	Token    common.Address
	To       common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteePulledEventName = "Pulled"

// ContractEventName returns the user-defined event name.
func (CommitteePulled) ContractEventName() string {
	return CommitteePulledEventName
}

// UnpackPulledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Pulled(address indexed operator, address indexed token, address indexed to, uint256 amount)
func (committee *Committee) UnpackPulledEvent(log *types.Log) (*CommitteePulled, error) {
	event := "Pulled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteePulled)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (committee *Committee) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], committee.abi.Errors["BLS12381_BadPoint"].ID.Bytes()[:4]) {
		return committee.UnpackBLS12381BadPointError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Active"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeActiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_BadOperator"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeBadOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_BadThreshold"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeBadThresholdError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_FeeTooHigh"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeFeeTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Locked"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeLockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_NoGroupKey"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNoGroupKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_NotEscrow"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNotEscrowError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_NotOperator"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNotOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_NothingDue"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNothingDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_SendFailed"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_WrongCount"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeWrongCountError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_WrongKeys"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeWrongKeysError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return committee.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CommitteeBLS12381BadPoint represents a BLS12381_BadPoint error raised by the Committee contract.
type CommitteeBLS12381BadPoint struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BLS12381_BadPoint()
func CommitteeBLS12381BadPointErrorID() common.Hash {
	return common.HexToHash("0xc6fe4832fba69d56802e2423257a70f76dd7eceed3a484e9879d9bf105e22665")
}

// UnpackBLS12381BadPointError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BLS12381_BadPoint()
func (committee *Committee) UnpackBLS12381BadPointError(raw []byte) (*CommitteeBLS12381BadPoint, error) {
	out := new(CommitteeBLS12381BadPoint)
	if err := committee.abi.UnpackIntoInterface(out, "BLS12381_BadPoint", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeActive represents a Committee_Active error raised by the Committee contract.
type CommitteeCommitteeActive struct {
	GroupKey [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Active(bytes32 groupKey)
func CommitteeCommitteeActiveErrorID() common.Hash {
	return common.HexToHash("0x9613f7ae95b509eb6c73a330ef2eb7d4fb62ea6f008a39c7e6d24b31249760c3")
}

// UnpackCommitteeActiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Active(bytes32 groupKey)
func (committee *Committee) UnpackCommitteeActiveError(raw []byte) (*CommitteeCommitteeActive, error) {
	out := new(CommitteeCommitteeActive)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Active", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeBadOperator represents a Committee_BadOperator error raised by the Committee contract.
type CommitteeCommitteeBadOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_BadOperator(address operator)
func CommitteeCommitteeBadOperatorErrorID() common.Hash {
	return common.HexToHash("0x17ba4ca05bae1c9c1c5d50d6cb5d85539aed0882bc9d137d05c432bdf05286f1")
}

// UnpackCommitteeBadOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_BadOperator(address operator)
func (committee *Committee) UnpackCommitteeBadOperatorError(raw []byte) (*CommitteeCommitteeBadOperator, error) {
	out := new(CommitteeCommitteeBadOperator)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_BadOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeBadThreshold represents a Committee_BadThreshold error raised by the Committee contract.
type CommitteeCommitteeBadThreshold struct {
	Threshold *big.Int
	Operators *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_BadThreshold(uint256 threshold, uint256 operators)
func CommitteeCommitteeBadThresholdErrorID() common.Hash {
	return common.HexToHash("0xb0eda2b57bad4014dbbdcf7662750e9d0ce257015594abc40bc687faf4e4fe2e")
}

// UnpackCommitteeBadThresholdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_BadThreshold(uint256 threshold, uint256 operators)
func (committee *Committee) UnpackCommitteeBadThresholdError(raw []byte) (*CommitteeCommitteeBadThreshold, error) {
	out := new(CommitteeCommitteeBadThreshold)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_BadThreshold", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeFeeTooHigh represents a Committee_FeeTooHigh error raised by the Committee contract.
type CommitteeCommitteeFeeTooHigh struct {
	FeeBps *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_FeeTooHigh(uint256 feeBps, uint256 most)
func CommitteeCommitteeFeeTooHighErrorID() common.Hash {
	return common.HexToHash("0x9e3618d4f9835564212dba53fe3d60f12f0a54538f0ad9eb74da1be1e236bb57")
}

// UnpackCommitteeFeeTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_FeeTooHigh(uint256 feeBps, uint256 most)
func (committee *Committee) UnpackCommitteeFeeTooHighError(raw []byte) (*CommitteeCommitteeFeeTooHigh, error) {
	out := new(CommitteeCommitteeFeeTooHigh)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_FeeTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeLocked represents a Committee_Locked error raised by the Committee contract.
type CommitteeCommitteeLocked struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Locked()
func CommitteeCommitteeLockedErrorID() common.Hash {
	return common.HexToHash("0xfee03be7754fa7ece48468a499411d1133c85335b538338f9d4da7762995fc43")
}

// UnpackCommitteeLockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Locked()
func (committee *Committee) UnpackCommitteeLockedError(raw []byte) (*CommitteeCommitteeLocked, error) {
	out := new(CommitteeCommitteeLocked)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Locked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNoGroupKey represents a Committee_NoGroupKey error raised by the Committee contract.
type CommitteeCommitteeNoGroupKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_NoGroupKey()
func CommitteeCommitteeNoGroupKeyErrorID() common.Hash {
	return common.HexToHash("0xcc518494249eec6bf3e27dd8103618452870785bac97b01196bf0e8141f3c168")
}

// UnpackCommitteeNoGroupKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_NoGroupKey()
func (committee *Committee) UnpackCommitteeNoGroupKeyError(raw []byte) (*CommitteeCommitteeNoGroupKey, error) {
	out := new(CommitteeCommitteeNoGroupKey)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_NoGroupKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNotEscrow represents a Committee_NotEscrow error raised by the Committee contract.
type CommitteeCommitteeNotEscrow struct {
	Caller common.Address
	Escrow common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_NotEscrow(address caller, address escrow)
func CommitteeCommitteeNotEscrowErrorID() common.Hash {
	return common.HexToHash("0xaf5b30066c65b8ccd83fbe0f7fe141a543b0cfe480444064dfd6ce89b6aaabd8")
}

// UnpackCommitteeNotEscrowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_NotEscrow(address caller, address escrow)
func (committee *Committee) UnpackCommitteeNotEscrowError(raw []byte) (*CommitteeCommitteeNotEscrow, error) {
	out := new(CommitteeCommitteeNotEscrow)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_NotEscrow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNotOperator represents a Committee_NotOperator error raised by the Committee contract.
type CommitteeCommitteeNotOperator struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_NotOperator(address caller)
func CommitteeCommitteeNotOperatorErrorID() common.Hash {
	return common.HexToHash("0x03afc200c578df43e45d492a39653a22a07c3b6add14cdb505cbebd84bd0e0f6")
}

// UnpackCommitteeNotOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_NotOperator(address caller)
func (committee *Committee) UnpackCommitteeNotOperatorError(raw []byte) (*CommitteeCommitteeNotOperator, error) {
	out := new(CommitteeCommitteeNotOperator)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_NotOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNothingDue represents a Committee_NothingDue error raised by the Committee contract.
type CommitteeCommitteeNothingDue struct {
	Operator common.Address
	Token    common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_NothingDue(address operator, address token)
func CommitteeCommitteeNothingDueErrorID() common.Hash {
	return common.HexToHash("0x7b20577fcab34cea402f630158c92fe12e93b165f9360cce2aad83bd7b910a97")
}

// UnpackCommitteeNothingDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_NothingDue(address operator, address token)
func (committee *Committee) UnpackCommitteeNothingDueError(raw []byte) (*CommitteeCommitteeNothingDue, error) {
	out := new(CommitteeCommitteeNothingDue)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_NothingDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeSendFailed represents a Committee_SendFailed error raised by the Committee contract.
type CommitteeCommitteeSendFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_SendFailed(address to, uint256 amount)
func CommitteeCommitteeSendFailedErrorID() common.Hash {
	return common.HexToHash("0x00b6ac011a9f819e7f79b0cff1560f82cf04ac906eb8aa4d46a38deec203c0f2")
}

// UnpackCommitteeSendFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_SendFailed(address to, uint256 amount)
func (committee *Committee) UnpackCommitteeSendFailedError(raw []byte) (*CommitteeCommitteeSendFailed, error) {
	out := new(CommitteeCommitteeSendFailed)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_SendFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeWrongCount represents a Committee_WrongCount error raised by the Committee contract.
type CommitteeCommitteeWrongCount struct {
	Operators *big.Int
	Urls      *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_WrongCount(uint256 operators, uint256 urls)
func CommitteeCommitteeWrongCountErrorID() common.Hash {
	return common.HexToHash("0x039c8eff50b1e0fd3e9cf503d1b8848b08802c57b73a6912e9a43ffc8faafe7e")
}

// UnpackCommitteeWrongCountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_WrongCount(uint256 operators, uint256 urls)
func (committee *Committee) UnpackCommitteeWrongCountError(raw []byte) (*CommitteeCommitteeWrongCount, error) {
	out := new(CommitteeCommitteeWrongCount)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_WrongCount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeWrongKeys represents a Committee_WrongKeys error raised by the Committee contract.
type CommitteeCommitteeWrongKeys struct {
	Keys      *big.Int
	Operators *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_WrongKeys(uint256 keys, uint256 operators)
func CommitteeCommitteeWrongKeysErrorID() common.Hash {
	return common.HexToHash("0x5941956b354f4a1e0cd08e2023d76d0bf4685ab0dbc20f6050937b719893edba")
}

// UnpackCommitteeWrongKeysError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_WrongKeys(uint256 keys, uint256 operators)
func (committee *Committee) UnpackCommitteeWrongKeysError(raw []byte) (*CommitteeCommitteeWrongKeys, error) {
	out := new(CommitteeCommitteeWrongKeys)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_WrongKeys", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Committee contract.
type CommitteeSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func CommitteeSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (committee *Committee) UnpackSafeERC20FailedOperationError(raw []byte) (*CommitteeSafeERC20FailedOperation, error) {
	out := new(CommitteeSafeERC20FailedOperation)
	if err := committee.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
