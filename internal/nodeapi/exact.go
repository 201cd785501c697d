package nodeapi

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
)

// decodeExactly reads one JSON value into a struct. Package encoding/json takes a
// key in any case, and the last of two that are the same, so that two readers may
// see two documents in one: here every key is one of the struct's, letter by
// letter, each comes once, and nothing follows.
func decodeExactly(b []byte, into any) error {
	if len(bytes.TrimSpace(b)) == 0 {
		return errors.New("is empty")
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something follows it")
	}
	return checkKeys(json.NewDecoder(bytes.NewReader(b)), reflect.TypeOf(into).Elem())
}

// checkKeys walks over one value, which decodes into a value of type t.
func checkKeys(d *json.Decoder, t reflect.Type) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		for d.More() {
			if err := checkKeys(d, t.Elem()); err != nil {
				return err
			}
		}
	case json.Delim('{'):
		if err := checkObject(d, t); err != nil {
			return err
		}
	default:
		return nil
	}
	_, err = d.Token() // the end of it
	return err
}

func checkObject(d *json.Decoder, t reflect.Type) error {
	var seen []string
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		key := token.(string) // nothing else is a key
		field, ok := fieldOf(t, key)
		if !ok {
			return fmt.Errorf("unknown field %q", key)
		}
		if slices.Contains(seen, key) {
			return fmt.Errorf("field %q comes twice", key)
		}
		seen = append(seen, key)
		if err := checkKeys(d, field); err != nil {
			return err
		}
	}
	return nil
}

// fieldOf returns the type of the struct's field that has a key.
func fieldOf(t reflect.Type, key string) (reflect.Type, bool) {
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name == key {
			return t.Field(i).Type, true
		}
	}
	return nil, false
}
