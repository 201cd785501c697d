package vectors

import (
	"archive/tar"
	"bytes"
	"slices"
	"strings"
	"time"
)

// tars are folders as they are packed. A good one is the only one of its files:
// packing what comes out gives the same bytes.
//
//	in   tar
//	out  entries [{name, bytes}]; a folder's name ends in / and it has no bytes
func tars(b *Builder) {
	goodTars(b)
	escapingTars(b)
	mistypedTars(b)
	misorderedTars(b)
	misencodedTars(b)
}

// A tarFile is a regular file, or a folder if its name ends in a slash.
type tarFile struct{ name, content string }

func executable(h *tar.Header) { h.Mode = 0o755 }

// block returns the file's header, changed, and its content.
func (f tarFile) block(changes ...func(*tar.Header)) []byte {
	h := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Mode: 0o644, Size: int64(len(f.content)), ModTime: time.Unix(0, 0)}
	if strings.HasSuffix(f.name, "/") {
		h.Typeflag, h.Mode = tar.TypeDir, 0o755
	}
	for _, change := range changes {
		change(h)
	}
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if err := w.WriteHeader(h); err != nil {
		panic("vectors: " + err.Error())
	}
	must(w.Write([]byte(f.content)))
	if err := w.Flush(); err != nil {
		panic("vectors: " + err.Error())
	}
	return b.Bytes()
}

func block(name string) []byte { return tarFile{name, "x"}.block() }

func folder(name string) []byte { return tarFile{name, ""}.block() }

const tarBlock = 512

// tarOf ends a tar.
func tarOf(blocks ...[]byte) fields {
	return fields{"tar": hexed(append(slices.Concat(blocks...), make([]byte, 2*tarBlock)...))}
}

// repaired changes bytes of a block's first header, which the library would not
// write, and mends its checksum.
func repaired(block []byte, at int, value string) []byte {
	block = bytes.Clone(block)
	copy(block[at:], value)
	copy(block[148:156], "        ")
	sum := 0
	for _, c := range block[:tarBlock] {
		sum += int(c)
	}
	for i := range 6 {
		block[148+i] = '0' + byte(sum>>(15-3*i)&7)
	}
	copy(block[154:], "\x00 ")
	return block
}

func goodTars(b *Builder) {
	ok := func(fault, comment string, files ...tarFile) {
		var blocks [][]byte
		list := []fields{}
		for _, f := range files {
			blocks = append(blocks, f.block())
			list = append(list, fields{"name": f.name, "bytes": hexed([]byte(f.content))})
		}
		b.ok("ok_"+fault, comment, tarOf(blocks...), fields{"entries": list})
	}
	ok("files", "a file in a folder, and one beside it", tarFile{"a/", ""}, tarFile{"a/x.txt", "A tale."}, tarFile{"b.txt", "Another."})
	ok("empty", "a folder of nothing")
	ok("empty_file", "a file of no bytes", tarFile{"x", ""})
	ok("empty_folder", "a folder in a folder", tarFile{"a/", ""}, tarFile{"a/b/", ""})
	ok("order", "the order is that of the names' bytes, a folder's slash among them", tarFile{"a-", "1"}, tarFile{"a/", ""}, tarFile{"a/x", "2"}, tarFile{"a0", "3"})
	ok("whole_block", "a file of 512 bytes has no padding", tarFile{"x", strings.Repeat("x", tarBlock)})
	ok("letters", "a name that needs a pax record", tarFile{"紙.txt", "x"})
	ok("name_100_bytes", "the longest name in ustar's name field", tarFile{strings.Repeat("n", 100), "x"})
	ok("name_101_bytes", "a name that needs a pax record", tarFile{strings.Repeat("n", 101), "x"})
	ok("name_prefix", "a path in ustar's two fields", tarFile{strings.Repeat("a", 80) + "/", ""}, tarFile{strings.Repeat("a", 80) + "/" + strings.Repeat("b", 80), "x"})
	ok("hidden", "a name that begins with a dot", tarFile{"..a", "x"}, tarFile{".a", "x"})
	run := tarFile{"run", "#!/bin/sh\n"}
	b.ok("ok_executable", "a file of mode 0755, which comes out so as far as the umask lets it", tarOf(run.block(executable)), fields{"entries": []fields{{"name": run.name, "bytes": hexed([]byte(run.content))}}})
}

// escapingTars have names that are somewhere else on some system, or another
// name there.
func escapingTars(b *Builder) {
	bad := func(fault, comment string, blocks ...[]byte) { b.fails(Parse, fault, comment, tarOf(blocks...)) }
	bad("parent", "out of the folder", block("../x"))
	bad("parent_below", "out of the folder by one in it", folder("a/"), block("a/../../x"))
	bad("parent_last", "a folder that is another one", folder("a/"), folder("a/../"))
	bad("parent_pax", "out of the folder by a pax record", paxBlock("path", "../x"), block("x"))
	bad("absolute", "from the root", block("/x"))
	bad("absolute_pax", "from the root by a pax record", paxBlock("path", "/x"), block("x"))
	bad("dot", "another name of the same file", block("./x"))
	bad("two_slashes", "another name of the same file", folder("a/"), block("a//x"))
	bad("backslash", "a separator on some system", block(`..\x`))
	bad("drive", "a drive on some system", block("c:x"))
	bad("device_name", "a device on some system", block("nul.txt"))
	bad("dot_last", "another name on some system", block("x."))
	bad("control", "a name with a control character", block("a\rb"))
	bad("direction", "a name that would be shown as another", block("a\u202eb"))
	bad("invisible", "a name that would be shown as another", block("a\u200bb"))
	bad("invalid", "a name that is not UTF-8", repaired(block("abc"), 1, "\xff"))
	bad("name_256_bytes", "a name has at most 255 bytes", block(strings.Repeat("n", 256)))
	bad("case_twin", "two names that are one on some system", block("X"), block("x"))
	bad("case_twin_folder", "a folder and a file that are one on some system", folder("X/"), block("x"))
	bad("case_twin_inside", "a file in a folder whose name differs in its case", folder("A/"), block("a/x"))
	bad("case_twin_long_s", "U+017F folds to s (Unicode's simple case folding)", block("song"), block("\u017fong"))
	bad("case_twin_kelvin", "U+212A folds to k (Unicode's simple case folding)", block("k"), block("\u212a"))
}

// paxBlock is a header of type x with one record, for the next header.
func paxBlock(key, value string) []byte { return extended("x", key, value) }

// extended is a header with one record: its length, a space, key=value and a
// line feed.
func extended(typeflag, key, value string) []byte {
	record := " " + key + "=" + value + "\n"
	length := len(record) + 2 // all in here have from 10 to 99 bytes
	record = string([]byte{'0' + byte(length/10), '0' + byte(length%10)}) + record
	return repaired(tarFile{"PaxHeaders.0/x", record}.block(), 156, typeflag)
}

// mistypedTars have what is neither a file nor a folder, or more than a name
// and bytes.
func mistypedTars(b *Builder) {
	typed := func(fault, comment string, typeflag byte, link string) {
		b.fails(Parse, fault, comment, tarOf(tarFile{"x", ""}.block(func(h *tar.Header) { h.Typeflag, h.Linkname = typeflag, link })))
	}
	typed("symbolic_link", "a symbolic link", tar.TypeSymlink, "/etc/passwd")
	typed("symbolic_link_inside", "a symbolic link, also to what is in the folder", tar.TypeSymlink, "y")
	typed("character_device", "a device", tar.TypeChar, "")
	typed("block_device", "a device", tar.TypeBlock, "")
	typed("named_pipe", "a named pipe", tar.TypeFifo, "")
	link := tarFile{"y", ""}.block(func(h *tar.Header) { h.Typeflag, h.Linkname = tar.TypeLink, "x" })
	b.fails(Parse, "hard_link", "a hard link, also to what is in the folder", tarOf(block("x"), link))
	b.fails(Parse, "contiguous_file", "a file of another type", tarOf(repaired(block("x"), 156, "7")))
	b.fails(Parse, "unknown_type", "an unknown type", tarOf(repaired(block("x"), 156, "Z")))
	changed := func(fault, comment string, change func(*tar.Header)) {
		b.fails(Parse, fault, comment, tarOf(tarFile{"x", "x"}.block(change)))
	}
	changed("mode_executable_by_owner", "a file has mode 0644 or 0755", func(h *tar.Header) { h.Mode = 0o744 })
	changed("mode_writable", "a file has mode 0644 or 0755", func(h *tar.Header) { h.Mode = 0o777 })
	changed("mode_set_uid", "a file has mode 0644 or 0755", func(h *tar.Header) { h.Mode = 0o4644 })
	changed("owner", "there is no owner", func(h *tar.Header) { h.Uid = 1000 })
	changed("group_name", "there is no group", func(h *tar.Header) { h.Gname = "staff" })
	changed("time", "there is no time", func(h *tar.Header) { h.ModTime = time.Unix(1, 0) })
	changed("attribute", "a pax record of another thing than path and size", func(h *tar.Header) { h.PAXRecords = map[string]string{"SCHILY.xattr.user.a": "b"} })
	b.fails(Parse, "link_pax", "a link by a pax record", tarOf(paxBlock("linkpath", "/x"), block("x")))
	b.fails(Parse, "pax_global", "a record for all that follow", tarOf(extended("g", "path", "ab"), block("x")))
	b.fails(Parse, "folder_mode", "a folder has mode 0755", tarOf(tarFile{"x/", ""}.block(func(h *tar.Header) { h.Mode = 0o777 })))
	b.fails(Parse, "file_with_slash", "a file with a folder's name", tarOf(repaired(block("xy"), 1, "/")))
}

// misorderedTars have their entries where they may not stand.
func misorderedTars(b *Builder) {
	bad := func(fault, comment string, blocks ...[]byte) { b.fails(Parse, fault, comment, tarOf(blocks...)) }
	bad("order", "not in the order of the names' bytes", block("b"), block("a"))
	bad("twice", "a file twice", block("x"), block("x"))
	bad("folder_missing", "a file in a folder that is not there", block("a/x"))
	bad("folder_after", "a folder after what is in it", block("a/x"), folder("a/"))
	bad("file_as_folder", "a file in a file", block("a"), block("a/x"))
}

// misencodedTars are not in the one form, or cut.
func misencodedTars(b *Builder) {
	bad := func(fault, comment string, file []byte) { b.fails(Parse, fault, comment, fields{"tar": hexed(file)}) }
	x, zeros := block("x"), make([]byte, tarBlock)
	bad("nothing", "no bytes", nil)
	bad("end_missing", "two blocks of zeros are missing", x)
	bad("end_half", "a block of zeros is missing", slices.Concat(x, zeros))
	bad("end_long", "a block of zeros more", slices.Concat(x, zeros, zeros, zeros))
	bad("byte_after", "a byte after the end", slices.Concat(x, zeros, zeros, []byte{0}))
	bad("file_after", "a file after the end", slices.Concat(x, zeros, zeros, block("y"), zeros, zeros))
	bad("padding", "padding that is not zeros", slices.Concat(with(x, len(x)-1, 1), zeros, zeros))
	bad("cut_in_file", "the file ends early", x[:tarBlock])
	bad("cut_in_header", "the header ends early", x[:tarBlock-1])
	bad("checksum", "another checksum of the header", slices.Concat(with(x, 148, '7'), zeros, zeros))
	bad("size_too_large", "a size of more than there is", slices.Concat(repaired(x, 124, "00000777777"), zeros, zeros))
	gnu := tarFile{"x", "x"}.block(func(h *tar.Header) { h.Format = tar.FormatGNU })
	bad("gnu", "another format", slices.Concat(gnu, zeros, zeros))
	bad("v7", "another format", slices.Concat(repaired(x, 257, "\x00\x00\x00\x00\x00\x00\x00\x00"), zeros, zeros))
}
