package nodeapi

// CheckPublic lets tests ask about addresses that are not to be connected to.
var CheckPublic = checkPublic
