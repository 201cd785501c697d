package publisher

import (
	"path/filepath"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// mediaTypes are the media types (IANA) of common files. A table of our own
// gives the same content on every computer, which the system's does not.
var mediaTypes = map[string]string{
	".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html", ".csv": "text/csv",
	".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml",
	".pdf": "application/pdf", ".epub": "application/epub+zip", ".mobi": "application/x-mobipocket-ebook",
	".odt": "application/vnd.oasis.opendocument.text", ".rtf": "application/rtf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".png":  "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
	".avif": "image/avif", ".svg": "image/svg+xml", ".tif": "image/tiff", ".tiff": "image/tiff",
	".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".m4b": "audio/mp4", ".ogg": "audio/ogg", ".opus": "audio/opus",
	".flac": "audio/flac", ".wav": "audio/wav",
	".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm", ".mkv": "video/matroska", ".mov": "video/quicktime",
	".zip": "application/zip", ".tar": "application/x-tar", ".gz": "application/gzip", ".zst": "application/zstd",
	".7z": "application/x-7z-compressed", ".wasm": "application/wasm",
	".ics": "text/calendar", ".vcf": "text/vcard", ".woff2": "font/woff2", ".ttf": "font/ttf", ".otf": "font/otf",
}

const mediaUnknown = "application/octet-stream"

func mediaOf(path string, folder bool) string {
	if folder {
		return wrap.MediaFolder
	}
	if media, ok := mediaTypes[strings.ToLower(filepath.Ext(path))]; ok {
		return media
	}
	return mediaUnknown
}
