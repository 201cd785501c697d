package publisher

// Index returns the index as it would be written again.
func (f *SealFile) Index() ([]byte, error) { return f.index() }

// Keys returns the file of keys as it would be written again.
func (f *SealFile) Keys() []byte { return encodeKeys(f.keys) }
