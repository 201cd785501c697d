package api

// Limit lets tests bound connections lower than MostConnections.
var Limit = limit
