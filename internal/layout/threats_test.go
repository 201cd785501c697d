package layout_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const threatModel = "../../docs/threat-model.md"

var (
	link     = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	ruleRow  = regexp.MustCompile(`(?m)^\| R(\d+) \|(.*)\|$`)
	ruleName = regexp.MustCompile(`\bR(\d+)\b`)
	testName = regexp.MustCompile(`^(Test|Fuzz|test_|testFuzz_|invariant_)\w+$`)
)

// What the threat model cites exists: each link to a file leads to one, and the
// name behind # is declared there.
func TestThreatModelCitesWhatIsThere(t *testing.T) {
	cited := links(readThreatModel(t))
	for _, target := range cited {
		if err := resolve(target); err != nil {
			t.Errorf("%s: %v", target, err)
		}
	}
	if len(cited) < 100 {
		t.Errorf("only %d citations were found", len(cited))
	}
	for _, wrong := range []string{
		"../internal/bls/gone.go", "../internal/bls/proof.go#Gone", "../internal/bls/proof.go#Proof.Gone", "../internal/bls/proof_test.go#TestGone", "../contracts/Escrow.sol#gone",
		"../contracts/test/Buy.t.sol#test_Gone", "../contracts/test/vectors.test.js#gone", "../testdata/gas.json#gone", "spec.md#gone",
		"../web/page/nodes.ts#gone", "../web/test/market.test.ts#gone", "../web/test/gone.test.ts#gone",
	} {
		if resolve(wrong) == nil {
			t.Errorf("%s is taken for something that is there", wrong)
		}
	}
}

// Each rule of the threat model's list has the lines that keep it, a test that
// attacks it, and a property that needs it.
func TestEveryThreatHasATest(t *testing.T) {
	text := readThreatModel(t)
	rules := ruleRow.FindAllStringSubmatch(text, -1)
	for i, rule := range rules {
		if rule[1] != fmt.Sprint(i+1) {
			t.Fatalf("rule R%s stands in place %d", rule[1], i+1)
		}
		cells := strings.Split(rule[2], " | ")
		if len(cells) != 3 {
			t.Errorf("R%s has %d cells, want rule, keeper and test", rule[1], len(cells))
			continue
		}
		if kept := links(cells[1]); len(kept) == 0 || !all(kept, isCode) {
			t.Errorf("R%s is kept by %q: want names of code", rule[1], kept)
		}
		if tried := links(cells[2]); len(tried) == 0 || !all(tried, isTest) {
			t.Errorf("R%s is attacked by %q: want names of tests", rule[1], tried)
		}
	}
	if len(rules) < 40 {
		t.Errorf("the list has %d rules", len(rules))
	}
	for _, cited := range ruleName.FindAllStringSubmatch(ruleRow.ReplaceAllString(text, ""), -1) {
		if !strings.Contains(text, "\n| R"+cited[1]+" |") {
			t.Errorf("R%s is not in the list", cited[1])
		}
	}
	checkEachNeeded(t, text, len(rules))
}

// checkEachNeeded makes sure that no rule stands without a property that it is
// for.
func checkEachNeeded(t *testing.T, text string, rules int) {
	t.Helper()
	properties := section(text, "## Properties")
	for n := 1; n <= rules; n++ {
		if !regexp.MustCompile(fmt.Sprintf(`\bR%d\b`, n)).MatchString(properties) {
			t.Errorf("no property needs R%d", n)
		}
	}
}

func readThreatModel(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(threatModel)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// section returns what stands under a heading of the second level.
func section(text, heading string) string {
	_, rest, _ := strings.Cut(text, "\n"+heading+"\n")
	rest, _, _ = strings.Cut(rest, "\n## ")
	return rest
}

// links returns the targets of links into the repository.
func links(text string) (targets []string) {
	for _, match := range link.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(match[1], "://") {
			targets = append(targets, match[1])
		}
	}
	return targets
}

func all(targets []string, is func(path, name string) bool) bool {
	for _, target := range targets {
		path, name, _ := strings.Cut(target, "#")
		if !is(path, name) {
			return false
		}
	}
	return true
}

func isCode(path, name string) bool {
	return name != "" && !isTestFile(path) && (strings.HasSuffix(path, ".go") || strings.HasSuffix(path, ".sol") || strings.HasSuffix(path, ".ts"))
}

func isTest(path, name string) bool {
	return isTestFile(path) && (testName.MatchString(name) || (strings.HasSuffix(path, ".test.js") || strings.HasSuffix(path, ".test.ts")) && name != "")
}

func isTestFile(path string) bool {
	return strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".t.sol") || strings.HasSuffix(path, ".test.js") || strings.HasSuffix(path, ".test.ts")
}

// resolve returns nil if a link's file exists, and declares the name behind #.
func resolve(target string) error {
	path, name, named := strings.Cut(target, "#")
	file := filepath.Join(filepath.Dir(threatModel), path)
	if path == "" {
		file = threatModel
	}
	if _, err := os.Stat(file); err != nil || !named {
		return err
	}
	switch {
	case strings.HasSuffix(file, ".go"):
		return declaredInGo(file, name)
	case strings.HasSuffix(file, ".sol"):
		return found(file, `\b(function|modifier|contract|library|struct|event|error|constant|immutable|transient|public) `+regexp.QuoteMeta(name)+`\b`, name)
	case strings.HasSuffix(file, ".test.js"):
		return found(file, `(describe|test|replay)\("`+regexp.QuoteMeta(name)+`"`, name)
	case strings.HasSuffix(file, ".test.ts"):
		return tested(file, name)
	case strings.HasSuffix(file, ".ts"):
		return found(file, `(?m)^(export )?(async )?(function|const|class|interface|type) `+regexp.QuoteMeta(name)+`\b`, name)
	case strings.HasSuffix(file, ".md"):
		return headed(file, name)
	}
	return fmt.Errorf("what #%s means in such a file is not known", name)
}

func found(file, pattern, name string) error {
	b, err := os.ReadFile(file)
	if err == nil && !regexp.MustCompile(pattern).Match(b) {
		err = fmt.Errorf("declares no %s", name)
	}
	return err
}

// tested looks for a test of TypeScript by its words, written as an anchor.
func tested(file, name string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, test := range regexp.MustCompile("(?m)^ *test\\((?:\"(.+?)\"|`(.+?)`),").FindAllSubmatch(b, -1) {
		if anchor(string(test[1])+string(test[2])) == name {
			return nil
		}
	}
	return fmt.Errorf("has no test #%s", name)
}

// anchor writes words as a link's end: lower case, spaces as hyphens, and of signs
// hyphens alone.
func anchor(words string) string {
	words = regexp.MustCompile(`[^\p{L}\p{N} -]`).ReplaceAllString(strings.ToLower(words), "")
	return strings.ReplaceAll(words, " ", "-")
}

// headed looks for a heading by its anchor.
func headed(file, name string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") && anchor(strings.TrimSpace(strings.TrimLeft(line, "#"))) == name {
			return nil
		}
	}
	return fmt.Errorf("has no heading #%s", name)
}

// declaredInGo looks for a function, Type.Method, type, variable or constant.
func declaredInGo(file, name string) error {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	for _, declaration := range parsed.Decls {
		for _, declared := range namesOf(declaration) {
			if declared == name {
				return nil
			}
		}
	}
	return fmt.Errorf("declares no %s", name)
}

func namesOf(declaration ast.Decl) (names []string) {
	if f, ok := declaration.(*ast.FuncDecl); ok {
		if f.Recv == nil {
			return []string{f.Name.Name}
		}
		receiver := f.Recv.List[0].Type
		if pointer, ok := receiver.(*ast.StarExpr); ok {
			receiver = pointer.X
		}
		return []string{fmt.Sprint(receiver) + "." + f.Name.Name}
	}
	for _, spec := range declaration.(*ast.GenDecl).Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			names = append(names, s.Name.Name)
		case *ast.ValueSpec:
			for _, name := range s.Names {
				names = append(names, name.Name)
			}
		}
	}
	return names
}
