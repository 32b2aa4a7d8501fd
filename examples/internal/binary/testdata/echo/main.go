// Command echo shows a test what a program was started with.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

// main writes its arguments, the variable ECHO, the number of files around it and
// its input; the last argument is the exit code.
func main() {
	entries, err := os.ReadDir(".")
	if err != nil {
		panic(err)
	}
	fmt.Printf("%q %q %d\n", os.Args[1:], os.Getenv("ECHO"), len(entries))
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		fmt.Println("<" + in.Text() + ">")
	}
	fmt.Fprintln(os.Stderr, "done")
	code, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil {
		panic(err)
	}
	os.Exit(code)
}
