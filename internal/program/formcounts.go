package program

// wazero makes room for as many items as a vector says that it has, before it reads
// one: some bytes can claim gigabytes. So each vector's count, and each length, is
// held against the bytes that are there first. Custom sections, names and debugging
// information, are left out: nothing here needs what they say.
//
//	1 types      0x60 ‖ vec(type(1)) ‖ vec(type(1))
//	2 imports    name ‖ name ‖ kind(1) ‖ type
//	3 functions  type
//	4 tables     kind(1) ‖ limits
//	5 memories   limits
//	6 globals    type(1) ‖ mutable(1) ‖ expression
//	7 exports    name ‖ kind(1) ‖ index
//	9 elements   see readElement
//	10 code      size ‖ body
//	11 data      flags ‖ [memory] ‖ [expression] ‖ bytes
var items = map[byte]struct {
	least uint64 // bytes of an item
	read  func(*reader)
}{
	1:  {3, func(r *reader) { r.byte(); r.take(r.number()); r.take(r.number()) }},
	2:  {4, func(r *reader) { r.take(r.number()); r.take(r.number()); r.byte(); r.number() }},
	3:  {1, func(r *reader) { r.number() }},
	4:  {3, func(r *reader) { r.byte(); r.limits() }},
	5:  {2, (*reader).limits},
	6:  {4, func(r *reader) { r.take(2); r.expression() }},
	7:  {3, func(r *reader) { r.take(r.number()); r.byte(); r.number() }},
	9:  {2, (*reader).element},
	10: {2, func(r *reader) { r.take(r.number()) }},
	11: {2, (*reader).data},
}

// checkCounts refuses a section that claims more than it holds.
func (r *reader) checkCounts(id byte) error {
	kind, ok := items[id]
	if !ok {
		return nil // a start, a count, a custom section, or one that the engine refuses
	}
	r.vector(kind.least, kind.read)
	if r.err == nil && len(r.b) > 0 {
		return unfit("section %d has %d bytes more than it says", id, len(r.b))
	}
	return nil
}

func (r *reader) vector(least uint64, read func(*reader)) {
	n := r.number()
	if n > uint64(len(r.b))/least {
		r.b, r.err = nil, errShort
		return
	}
	for ; n > 0 && r.err == nil; n-- {
		read(r)
	}
}

func (r *reader) limits() {
	flags := r.byte()
	r.number()
	if flags&1 == 1 {
		r.number()
	}
}

// expression reads a constant one: one instruction and its end.
func (r *reader) expression() {
	switch r.byte() {
	case 0x41, 0x42, 0x23, 0xd2: // i32.const, i64.const, global.get, ref.func
		r.number()
	case 0x43: // f32.const
		r.take(4)
	case 0x44: // f64.const
		r.take(8)
	case 0xd0: // ref.null
		r.byte()
	case 0xfd: // v128.const
		r.number()
		r.take(16)
	}
	if r.byte() != 0x0b && r.err == nil {
		r.b, r.err = nil, errExpression
	}
}

// element reads flags, then what they say: bit 0 a segment that is not put into a
// table at the start, bit 1 a table or a kind, bit 2 expressions for indices.
func (r *reader) element() {
	flags := r.number()
	if flags&3 == 2 {
		r.number()
	}
	if flags&1 == 0 {
		r.expression()
	}
	if flags&3 != 0 {
		r.byte()
	}
	if flags&4 != 0 {
		r.vector(2, (*reader).expression)
	} else {
		r.vector(1, func(r *reader) { r.number() })
	}
}

func (r *reader) data() {
	flags := r.number()
	if flags == 2 {
		r.number()
	}
	if flags != 1 {
		r.expression()
	}
	r.take(r.number())
}
