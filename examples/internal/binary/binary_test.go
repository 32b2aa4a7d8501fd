package binary_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

const (
	echo   = "internal/binary/testdata/echo"
	broken = "internal/binary/testdata/broken"
)

type run struct {
	Stdout, Stderr string
	Exit           int
}

func TestRun(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "a file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("ECHO", "outer")
	for _, c := range []struct {
		name string
		run  func(testing.TB) run
		want run
		why  string
	}{
		{
			name: "plain",
			run:  func(t testing.TB) run { return collect(binary.Run(t, echo, "a\n王　一", "-x", "0")) },
			want: run{"[\"-x\" \"0\"] \"outer\" 0\n<a>\n<王　一>\n", "done\n", 0},
			why:  "an empty folder, the environment of the test, both outputs apart",
		},
		{
			name: "exit code",
			run:  func(t testing.TB) run { return collect(binary.Run(t, echo, "", "3")) },
			want: run{"[\"3\"] \"outer\" 0\n", "done\n", 3},
			why:  "go run would turn 3 into 1",
		},
		{
			name: "environment",
			run:  func(t testing.TB) run { return collect(binary.RunEnv(t, []string{"ECHO=inner"}, echo, "", "0")) },
			want: run{"[\"0\"] \"inner\" 0\n", "done\n", 0},
			why:  "a variable of the call wins",
		},
		{
			name: "folder",
			run:  func(t testing.TB) run { return collect(binary.RunIn(t, full, nil, echo, "", "0")) },
			want: run{"[\"0\"] \"outer\" 1\n", "done\n", 0},
			why:  "the program sees the files of the folder",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.run(t)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func collect(stdout, stderr string, exit int) run { return run{stdout, stderr, exit} }

func TestBuildOnce(t *testing.T) {
	first, second := binary.Build(t, echo), binary.Build(t, echo)
	if first != second {
		t.Errorf("built twice: %s and %s", first, second)
	}
}

func TestFailures(t *testing.T) {
	binary.Build(t, echo) // skips where nothing can be built
	for _, c := range []struct {
		name string
		do   func(testing.TB)
		says string
		why  string
	}{
		{"does not compile", func(t testing.TB) { binary.Run(t, broken, "") }, "undefined: undefined", "the compiler's words are shown"},
		{"no folder", func(t testing.TB) { binary.Run(t, "../rostrum", "") }, "not the folder of an example", "nothing outside the examples is run"},
		{"other text", func(t testing.TB) { binary.Golden(t, "testdata/golden", "one\nzwei\n") }, "zwei", "the difference is shown"},
		{"no golden file", func(t testing.TB) { binary.Golden(t, "testdata/none", "") }, "-update", "the reader learns how to write it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &recorder{TB: t}
			r.run(c.do)
			if !strings.Contains(r.failure, c.says) {
				t.Errorf("%s: failure %q does not say %q", c.why, r.failure, c.says)
			}
		})
	}
}

// A recorder stands in for a test that is to fail.
type recorder struct {
	testing.TB
	failure string
}

func (r *recorder) run(do func(testing.TB)) {
	defer func() {
		if v := recover(); v != nil && v != any(r) {
			panic(v)
		}
	}()
	do(r)
}

func (r *recorder) Errorf(format string, args ...any) { r.failure += fmt.Sprintf(format, args...) }

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic(r)
}

func (r *recorder) Fatal(args ...any) { r.Fatalf("%s", fmt.Sprint(args...)) }

func TestGolden(t *testing.T) {
	binary.Golden(t, "testdata/golden", "one\ntwo\n")
}

func TestUpdate(t *testing.T) {
	set := func(v string) {
		if err := flag.Set("update", v); err != nil {
			t.Fatal(err)
		}
	}
	was := flag.Lookup("update").Value.String()
	defer set(was)
	path := filepath.Join(t.TempDir(), "testdata", "new.golden")
	set("true")
	binary.Golden(t, path, "王　一\n")
	set("false")
	binary.Golden(t, path, "王　一\n")
}
