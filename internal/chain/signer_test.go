package chain_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

func TestSigners(t *testing.T) {
	key := devchain.Key(3)
	path := t.TempDir() + "/key.json"
	sealed, err := keystore.EncryptKey(&keystore.Key{Address: devchain.Address(3), PrivateKey: key}, "correct horse", keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, sealed)
	signer, err := chain.OpenKeystore(path, "correct horse")
	if err != nil || signer.Address() != devchain.Address(3) {
		t.Fatalf("signer %v, %v", signer, err)
	}
	if _, err := chain.OpenKeystore(path, "wrong"); !errors.Is(err, keystore.ErrDecrypt) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := chain.OpenKeystore(path+".none", ""); err == nil {
		t.Error("a missing file is opened")
	}
	// Neither fmt nor JSON finds the key.
	text, err := json.Marshal(signer)
	if err != nil {
		t.Fatal(err)
	}
	shown := fmt.Sprintf("%v %+v %#v %x %s", signer, signer, signer, signer, text)
	for _, secret := range []string{common.Bytes2Hex(crypto.FromECDSA(key)), key.D.String()} {
		if strings.Contains(strings.ToLower(shown), secret) {
			t.Errorf("signer shows its key: %s", shown)
		}
	}
}
