package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/shrinkwrap/shrinkwrap/web"
)

// mostScript bounds the compressed script of the buyers' page before its camera
// opens, in bytes.
const mostScript = 200_000

// pageRows weighs the page that is committed.
func pageRows(context.Context, options) ([]Row, error) {
	files, total := 0, 0
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		script, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			return err
		}
		n, err := gzipped(script)
		files, total = files+1, total+n
		return err
	})
	if err != nil {
		return nil, err
	}
	note := fmt.Sprintf("%d files, each by gzip -9; the bar", files)
	return []Row{row("web/script-bytes", float64(total), mostScript, "bytes", note)}, nil
}

func gzipped(script []byte) (int, error) {
	var small bytes.Buffer
	z, err := gzip.NewWriterLevel(&small, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	_, err = z.Write(script)
	err = errors.Join(err, z.Close())
	return small.Len(), err
}
