package nameorder_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// What a program for linux/amd64 grows by, in bytes, stripped, beyond unicode/norm, width and check.
// The gaps between the programs show that tables which are not used are not linked.
func TestProgramSize(t *testing.T) {
	if testing.Short() {
		t.Skip("builds four programs")
	}
	tool, err := exec.LookPath("go")
	if err != nil || runtime.GOOS == "wasip1" || runtime.GOOS == "js" {
		t.Skip("no go tool can be started here")
	}
	dir := t.TempDir()
	size := func(program string) int64 {
		file := filepath.Join(dir, program)
		cmd := exec.CommandContext(t.Context(), tool, "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w",
			"-o", file, "./testdata/size/"+program)
		// The same program whatever runs the test.
		cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "GOAMD64=v1", "CGO_ENABLED=0", "GOEXPERIMENT=", "GOFLAGS=")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", program, err, out)
		}
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	base := size("base")
	sort, explain, pinyin := size("sort")-base, size("explain")-base, size("pinyin")-base
	t.Logf("sort +%d, explain +%d, pinyin +%d", sort, explain, pinyin)
	for _, tt := range []struct {
		why       string
		got, most int64
	}{
		{"sorting by strokes", sort, 200_000},
		{"the stroke orders with explanations and findings", explain, 400_000},
		{"the pinyin order beyond that", pinyin - explain, 100_000},
		{"sorting links no sequences", sort - explain, -150_000},
		{"the stroke orders link no readings", explain - pinyin, -55_000},
	} {
		if tt.got > tt.most {
			t.Errorf("%s: %d bytes, want at most %d", tt.why, tt.got, tt.most)
		}
	}
}
