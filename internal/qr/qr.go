// Package qr turns text into QR symbols (ISO/IEC 18004) and pictures of QR
// symbols back into text.
//
// To print: [New] chooses the smallest symbol that holds the text and spends
// the room left over on error correction; [Code.PNG], [Code.SVG],
// [Code.Terminal], [Code.TerminalASCII] and [Code.Plain] draw it. To scan: [Read]
// and [ReadAll] take a PNG or JPEG picture, a drawing or a photograph (see
// package photo). Bytes travel as text by [EncodeBase45] and [DecodeBase45]
// (RFC 9285), whose alphabet is that of the symbol's alphanumeric mode: two
// characters in 11 bits, so that two bytes cost 16.5 bits and the largest
// symbol carries [MaxAlphanumeric] characters.
//
// A text that starts with other characters and ends in alphanumeric ones (a
// link with an upper-case fragment) is written as two segments, so that only
// its head costs eight bits a character. Codes that must all look alike, as the
// frames of an animated code, set [Options.MinVersion].
package qr

import (
	"fmt"

	"rsc.io/qr/coding"
)

// MaxAlphanumeric is the number of alphanumeric characters that the largest
// symbol (version 40, level L) holds.
const MaxAlphanumeric = 4296

// QuietZone is the empty border around a symbol, in modules a side (ISO/IEC
// 18004, section 6.3.8).
const QuietZone = 4

// MinVersion and MaxVersion bound a symbol's version v, which has 4v + 17
// modules a side.
const (
	MinVersion = int(coding.MinVersion)
	MaxVersion = int(coding.MaxVersion)
)

// A Level is a degree of error correction.
type Level int

// Levels, by the share of a symbol's codewords that may be damaged: 7, 15, 25
// and 30 %.
const (
	L = Level(coding.L)
	M = Level(coding.M)
	Q = Level(coding.Q)
	H = Level(coding.H)
)

func (l Level) String() string { return coding.Level(l).String() }

// Options say what symbols [New] may choose. The zero value allows all.
type Options struct {
	MinLevel   Level // at least this error correction; the zero value is L
	MinVersion int   // no smaller symbol; 0 means 1
	MaxVersion int   // no larger symbol; 0 means 40
}

// A Code is a QR symbol: a square of black and white modules.
type Code struct {
	Version int   // 1…40
	Level   Level // error correction
	Size    int   // modules a side, without the quiet zone
	symbol  *coding.Code
}

// TooLongError says that a text does not fit the largest symbol allowed. A
// caller may answer it with several symbols.
type TooLongError struct {
	Bits     int // bits that the text needs at Version
	Capacity int // bits that Version has at Level
	Version  int
	Level    Level
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("text of %d bits does not fit a qr code of version %d-%v, which holds %d bits", e.Bits, e.Version, e.Level, e.Capacity)
}

// New makes the smallest symbol that holds text at the least level allowed,
// with the strongest level that keeps it that small. text must be ASCII:
// readers disagree about the character set of anything else.
func New(text string, o Options) (*Code, error) {
	if err := o.fill(); err != nil {
		return nil, err
	}
	for i := range len(text) {
		if text[i] > 0x7e || text[i] < 0x20 {
			return nil, fmt.Errorf("qr code text has byte %#02x at %d: not printable ascii", text[i], i)
		}
	}
	if text == "" {
		return nil, fmt.Errorf("qr code text is empty")
	}
	version, level, err := o.choose(text)
	if err != nil {
		return nil, err
	}
	symbol, err := draw(segments(text, version), version, level)
	if err != nil {
		return nil, err
	}
	return &Code{Version: int(version), Level: Level(level), Size: symbol.Size, symbol: symbol}, nil
}

// Black reports whether the module in column x of row y is black; it is false
// outside the symbol.
func (c *Code) Black(x, y int) bool { return c.symbol.Black(x, y) }

// AlphanumericCapacity is the number of alphanumeric characters that a symbol
// of this version (1…40) and level holds.
func AlphanumericCapacity(version int, level Level) int {
	v := coding.Version(version)
	bits := v.DataBytes(coding.Level(level))*8 - coding.Alpha("").Bits(v)
	n := bits / 11 * 2
	if bits%11 >= 6 {
		n++
	}
	return n
}

func (o *Options) fill() error {
	if o.MinVersion == 0 {
		o.MinVersion = MinVersion
	}
	if o.MaxVersion == 0 {
		o.MaxVersion = MaxVersion
	}
	if o.MinVersion < MinVersion || o.MaxVersion > MaxVersion || o.MinVersion > o.MaxVersion {
		return fmt.Errorf("qr code versions %d to %d: want a range within %d to %d", o.MinVersion, o.MaxVersion, MinVersion, MaxVersion)
	}
	if o.MinLevel < L || o.MinLevel > H {
		return fmt.Errorf("qr code level %d: want %d to %d", o.MinLevel, L, H)
	}
	return nil
}

func (o *Options) choose(text string) (coding.Version, coding.Level, error) {
	need, room := 0, 0
	for v := coding.Version(o.MinVersion); v <= coding.Version(o.MaxVersion); v++ {
		need = length(segments(text, v), v)
		for l := coding.H; l >= coding.Level(o.MinLevel); l-- {
			if room = v.DataBytes(l) * 8; need <= room {
				return v, l, nil
			}
		}
	}
	return 0, 0, &TooLongError{Bits: need, Capacity: room, Version: o.MaxVersion, Level: o.MinLevel}
}
