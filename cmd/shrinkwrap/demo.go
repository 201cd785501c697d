package main

import "github.com/shrinkwrap/shrinkwrap/cmd/internal/demo"

var demoCommand = demo.Command(demo.Become)
