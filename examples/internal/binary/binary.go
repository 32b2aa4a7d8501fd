package binary

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// examples is the import path of the folder that holds the examples.
const examples = "github.com/huiwu-go/huiwu/examples/"

// Run starts the example, a folder of examples such as "rostrum", in an empty
// folder, with stdin as its standard input, and waits for its end. An exit code
// other than 0 is a result like any other. A program that does not build, or that
// does not end by itself, fails the test.
func Run(t testing.TB, example, stdin string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	return RunIn(t, t.TempDir(), nil, example, stdin, args...)
}

// RunEnv is [Run] with further environment variables, such as "TZ=Asia/Shanghai",
// which win over those of the test.
func RunEnv(t testing.TB, env []string, example, stdin string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	return RunIn(t, t.TempDir(), env, example, stdin, args...)
}

// RunIn is [RunEnv] in the folder dir. The folder of the test itself is ".".
func RunIn(t testing.TB, dir string, env []string, example, stdin string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), Build(t, example), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdin = strings.NewReader(stdin)
	var out, diagnostics bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &diagnostics
	err := cmd.Run()
	if errors.Is(err, syscall.ENOEXEC) {
		t.Skipf("a program for %s/%s cannot be started from here", runtime.GOOS, runtime.GOARCH)
	}
	if ended, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || !ended.Exited()) {
		t.Fatalf("%s %q: %v\n%s", example, args, err, diagnostics.String())
	}
	return out.String(), diagnostics.String(), cmd.ProcessState.ExitCode()
}

// Build compiles the example, unless this process has done so already, and
// returns the path of the program. It lies beside the test program, and go test
// removes both.
func Build(t testing.TB, example string) string {
	t.Helper()
	if runtime.GOOS == "wasip1" || runtime.GOOS == "js" {
		t.Skipf("no program can be started on %s", runtime.GOOS)
	}
	if !fs.ValidPath(example) || example == "." {
		t.Fatalf("%q is not the folder of an example", example)
	}
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skipf("the example cannot be built: %v", err)
	}
	programs.Lock()
	defer programs.Unlock()
	p, done := programs.built[example]
	if !done {
		p.path, p.err = build(tool, example)
		if programs.built == nil {
			programs.built = map[string]program{}
		}
		programs.built[example] = p
	}
	if p.err != nil {
		t.Fatal(p.err)
	}
	return p.path
}

// programs holds what this process has built.
var programs struct {
	sync.Mutex
	built map[string]program
}

type program struct {
	path string
	err  error
}

func build(tool, example string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(filepath.Dir(self), "examples-")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, path.Base(example))
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	out, err := exec.Command(tool, "build", "-buildvcs=false", "-o", file, examples+example).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build %s: %w\n%s", examples+example, err, out)
	}
	return file, nil
}
