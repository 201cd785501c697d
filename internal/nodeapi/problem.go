package nodeapi

import "fmt"

// ProblemMedia is the media type of a problem document.
const ProblemMedia = "application/problem+json"

// Problem is an error as a node reports it (RFC 9457).
type Problem struct {
	Type   string `json:"type"` // a URI reference that names the kind of problem
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

func (p *Problem) Error() string {
	if p.Detail == "" {
		return fmt.Sprintf("%s (status %d)", p.Title, p.Status)
	}
	return fmt.Sprintf("%s: %s (status %d)", p.Title, p.Detail, p.Status)
}
