package main

import (
	"syscall"
	"unsafe"
)

// testOnlyCrash is how many bytes a file can have before the kernel kills the
// command that writes it, in the middle of that write.
const testOnlyCrash = "SHRINKWRAP_TEST_ONLY_CRASH"

func init() {
	limitSize(testOnlyCrash, func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}); err != nil {
			panic(err)
		}
		// Go's runtime catches the signal, and package signal cannot give it back its
		// default action, which zeros are: see sigaction(2).
		var action [4]uint64
		if _, _, errno := syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(syscall.SIGXFSZ), uintptr(unsafe.Pointer(&action)), 0, 8, 0, 0); errno != 0 {
			panic(errno)
		}
	})
}
