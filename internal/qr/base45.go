package qr

import (
	"errors"
	"fmt"
	"strings"
)

// EncodeBase45 writes data in base45 (RFC 9285): two bytes as three characters,
// least significant first, a last odd byte as two.
func EncodeBase45(data []byte) string {
	var s strings.Builder
	s.Grow((len(data)*3 + 1) / 2)
	for len(data) >= 2 {
		n := int(data[0])<<8 | int(data[1])
		s.Write([]byte{alphanumeric[n%45], alphanumeric[n/45%45], alphanumeric[n/(45*45)]})
		data = data[2:]
	}
	if len(data) == 1 {
		s.Write([]byte{alphanumeric[data[0]%45], alphanumeric[data[0]/45]})
	}
	return s.String()
}

// DecodeBase45 reads what [EncodeBase45] writes and nothing else: every text
// that it takes is the only one that stands for its bytes.
func DecodeBase45(text string) ([]byte, error) {
	if len(text)%3 == 1 {
		return nil, fmt.Errorf("base45 text of %d characters: one is left over", len(text))
	}
	data := make([]byte, 0, len(text)/3*2+1)
	for at := 0; at < len(text); at += 3 {
		group := text[at:min(at+3, len(text))]
		n, err := base45Value(group)
		if err != nil {
			return nil, fmt.Errorf("base45 group %q at %d: %v", group, at, err)
		}
		if len(group) == 3 {
			data = append(data, byte(n>>8))
		}
		data = append(data, byte(n))
	}
	return data, nil
}

// base45Value is the number that a group of two or three characters stands for,
// which must fit one or two bytes.
func base45Value(group string) (int, error) {
	n := 0
	for i := len(group) - 1; i >= 0; i-- {
		digit := strings.IndexByte(alphanumeric, group[i])
		if digit < 0 {
			return 0, errors.New("character outside the alphabet")
		}
		n = n*45 + digit
	}
	if n >= 1<<(8*(len(group)-1)) {
		return 0, fmt.Errorf("value %d does not fit %d bytes", n, len(group)-1)
	}
	return n, nil
}
