package api_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node/api"
)

// schema is as much of an OpenAPI document's schema as the test reads.
type schema struct {
	Type       string            `json:"type"`
	Ref        string            `json:"$ref"`
	Enum       []string          `json:"enum"`
	Required   []string          `json:"required"`
	Properties map[string]schema `json:"properties"`
	Items      *schema           `json:"items"`
}

type document struct {
	Paths      map[string]map[string]any `json:"paths"`
	Components struct {
		Schemas map[string]schema `json:"schemas"`
	} `json:"components"`
}

func readDocument(t *testing.T) document {
	t.Helper()
	text, err := os.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Every route of the server is described, and nothing else is.
func TestDocumentHasEveryRoute(t *testing.T) {
	d := readDocument(t)
	for _, route := range api.Routes {
		if d.Paths[route]["get"] == nil {
			t.Errorf("%s is not described", route)
		}
	}
	for path := range d.Paths {
		if !slices.Contains(api.Routes, path) {
			t.Errorf("%s is described and not served", path)
		}
	}
}

// Every field that nodes and clients exchange is described, with its type and
// whether it is always there, and nothing else is.
func TestDocumentHasEveryField(t *testing.T) {
	d := readDocument(t)
	for _, of := range []reflect.Type{
		reflect.TypeFor[nodeapi.Info](), reflect.TypeFor[nodeapi.Release](), reflect.TypeFor[nodeapi.Order](), reflect.TypeFor[nodeapi.Receipt](),
		reflect.TypeFor[nodeapi.Product](), reflect.TypeFor[nodeapi.Event](), reflect.TypeFor[nodeapi.Problem](),
	} {
		checkType(t, d, of)
	}
	states := []string{string(nodeapi.StateUnknown), string(nodeapi.StateSeen), string(nodeapi.StateConfirmed), string(nodeapi.StateReleased), string(nodeapi.StateDisputed), string(nodeapi.StateRefunded), string(nodeapi.StateDeclined)}
	if got := d.Components.Schemas["State"].Enum; !slices.Equal(got, states) {
		t.Errorf("states are %v, want %v", got, states)
	}
}

func checkType(t *testing.T, d document, of reflect.Type) {
	t.Helper()
	s, ok := d.Components.Schemas[of.Name()]
	if !ok {
		t.Errorf("%s is not described", of.Name())
		return
	}
	known := make(map[string]bool)
	for i := range of.NumField() {
		f := of.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		known[name] = true
		p, ok := s.Properties[name]
		if !ok {
			t.Errorf("%s.%s is not described", of.Name(), name)
			continue
		}
		if optional := strings.Contains(options, "omitempty"); optional == slices.Contains(s.Required, name) {
			t.Errorf("%s.%s: required and optional are confused", of.Name(), name)
		}
		checkField(t, d, of.Name()+"."+name, p, f.Type)
	}
	for name := range s.Properties {
		if !known[name] {
			t.Errorf("%s.%s is described and does not exist", of.Name(), name)
		}
	}
}

func checkField(t *testing.T, d document, name string, p schema, of reflect.Type) {
	t.Helper()
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	resolved := p
	if p.Ref != "" {
		resolved = d.Components.Schemas[strings.TrimPrefix(p.Ref, "#/components/schemas/")]
	}
	want := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Slice: "array", reflect.Struct: "object"}[of.Kind()]
	if want == "" {
		want = "integer"
	}
	if resolved.Type != want {
		t.Errorf("%s is described as %q, is %s", name, resolved.Type, want)
	}
	switch of.Kind() {
	case reflect.Struct:
		if !strings.HasSuffix(p.Ref, "/"+of.Name()) {
			t.Errorf("%s is described by %q, is %s", name, p.Ref, of.Name())
		}
		checkType(t, d, of)
	case reflect.Slice:
		if resolved.Items == nil {
			t.Errorf("%s: items are not described", name)
			return
		}
		checkField(t, d, name+"[]", *resolved.Items, of.Elem())
	}
}
