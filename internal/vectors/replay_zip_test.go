package vectors_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

type archiveIn struct {
	Entries []struct {
		Name   string `json:"name"`
		Stream string `json:"stream"`
		Size   int    `json:"size"`
	} `json:"entries"`
}

type archiveOut struct {
	Size   int      `json:"size"`
	SHA256 hexBytes `json:"sha256"`
}

func streamed(label string, size int) ([]byte, error) {
	b := make([]byte, size)
	_, err := io.ReadFull(vectors.Stream(label), b)
	return b, err
}

// What is written is also read, as the entries that were written.
var _ = replay("archive", func(in archiveIn) (out archiveOut, err error) {
	var entries []wrap.Entry
	for _, e := range in.Entries {
		b, err := streamed(e.Stream, e.Size)
		if err != nil {
			return out, err
		}
		entries = append(entries, wrap.BytesEntry(e.Name, b))
	}
	var file bytes.Buffer
	if err := wrap.WriteArchive(&file, entries); err != nil {
		return out, refused(vectors.Parse, err)
	}
	if _, err := readArchive(file.Bytes()); err != nil {
		return out, err
	}
	sum := sha256.Sum256(file.Bytes())
	return archiveOut{file.Len(), sum[:]}, nil
})

type namedBytes struct {
	Name  string   `json:"name"`
	Bytes hexBytes `json:"bytes"`
}

type zipOut struct {
	Entries []namedBytes `json:"entries"`
}

var _ = replay("zip", func(in struct {
	Zip hexBytes `json:"zip"`
}) (out zipOut, err error) {
	a, err := readArchive(in.Zip)
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	contents, err := a.Contents(len(in.Zip))
	if err != nil {
		return out, err
	}
	for i, e := range a.Entries() {
		out.Entries = append(out.Entries, namedBytes{e.Name, contents[i]})
	}
	var again bytes.Buffer
	if err := a.Layout().Rebuild(&again, contents); err != nil {
		return out, err
	}
	if !bytes.Equal(again.Bytes(), in.Zip) {
		return out, errors.New("wrap is written again as another file")
	}
	return out, nil
})

// readArchive opens a wrap and reads its entries to their ends.
func readArchive(b []byte) (*wrap.Archive, error) {
	a, err := wrap.OpenArchive(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	return a, a.CheckCRC()
}
