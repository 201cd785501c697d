// Package wrap reads and writes wraps: the packages in which sealed products
// travel.
//
// # Sealing
//
// [OpenSource] turns a file, or a folder, into the bytes of one section, and
// [Seal] compresses and encrypts them to the age recipients of the tiers that
// include the section. What comes back, a [Sealing], holds the numbers that the
// header signs and makes the section's entries. [WriteArchive] puts entries
// into a wrap, [Layout.Rebuild] puts bytes that came out of a code back into the
// very same wrap.
//
// # Opening
//
// [OpenArchive] accepts exactly the ZIP files that WriteArchive makes.
// [Archive.Section] joins a section's entry with the numbers of a header whose
// signature was checked; [Section.OpenFile] and [Section.OpenFolder] write what
// it holds to a path, [Section.OpenTo] to a writer.
//
// No plaintext leaves this package before the sealed bytes that it comes from
// were checked against the signed digest, and nothing appears at a path before
// all of them were. Memory is bounded by the number of processors (at most 8
// are used), never by a size that a wrap claims.
//
// An error tells a stranger's fault from the publisher's: [DamagedError] means
// that other bytes arrived than were signed, so that another copy may be whole;
// [ErrMalformed] means that the signed bytes themselves do not hold what the
// header promises, which no other copy will cure; [ErrWrongKey] that the key
// opens some other tier.
//
// # Compatibility
//
// A section is an ordinary age file of an ordinary zstd stream: given the
// tier's identity, "age -d -i KEY sections/0.age | zstd -d" opens it. A folder
// is an ordinary tar inside. A wrap is an ordinary ZIP file of stored entries.
package wrap
