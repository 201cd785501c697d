package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// applicationID marks the file as a node's store: "SWRP".
const applicationID = 0x53575250

// migrations lead from one schema to the next; user_version counts those that
// were applied. One that was released never changes: a new one is appended.
var migrations = []string{`
CREATE TABLE node (
	only      INTEGER PRIMARY KEY CHECK (only = 1),
	group_key BLOB NOT NULL,
	key       BLOB NOT NULL                -- V_i, compressed
) STRICT;

CREATE TABLE chains (
	id        INTEGER PRIMARY KEY,
	escrow    BLOB NOT NULL,
	number    INTEGER,                     -- the cursor, NULL before the anchor
	hash      BLOB,
	anchor    INTEGER,
	finalised INTEGER
) STRICT;

-- Blocks whose hashes find the root of a fork.
CREATE TABLE blocks (
	chain  INTEGER NOT NULL REFERENCES chains,
	number INTEGER NOT NULL,
	hash   BLOB NOT NULL,
	PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
	id         INTEGER PRIMARY KEY,
	chain      INTEGER NOT NULL REFERENCES chains,
	hash       BLOB NOT NULL,              -- of the leaf
	account    BLOB NOT NULL,
	product    BLOB NOT NULL,
	tier       INTEGER NOT NULL,
	key        BLOB NOT NULL,              -- releaseKey[0]
	leaf       BLOB NOT NULL,
	witness    BLOB NOT NULL,              -- c ‖ z, whatever the payer gave
	block      INTEGER NOT NULL,
	block_hash BLOB NOT NULL,
	tx         BLOB NOT NULL,
	log_index  INTEGER NOT NULL,
	share      BLOB,                       -- this node's, once computed
	settled    INTEGER NOT NULL DEFAULT 0  -- 1: computing ahead was decided on
) STRICT;
CREATE UNIQUE INDEX orders_hash ON orders (hash, chain);
CREATE INDEX orders_name ON orders (key, product, tier, chain);
CREATE INDEX orders_block ON orders (chain, block);
CREATE INDEX orders_unsettled ON orders (chain, id) WHERE settled = 0;

-- Disputed, KeyReleased and Refunded, as they were logged.
CREATE TABLE marks (
	chain      INTEGER NOT NULL REFERENCES chains,
	block      INTEGER NOT NULL,
	log_index  INTEGER NOT NULL,
	block_hash BLOB NOT NULL,
	tx         BLOB NOT NULL,
	kind       INTEGER NOT NULL,
	hash       BLOB NOT NULL,              -- of the order
	data       BLOB NOT NULL,
	PRIMARY KEY (chain, block, log_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX marks_hash ON marks (hash, chain);

-- Immutable. Group key and escrow are the store's own.
CREATE TABLE releases (
	release_key BLOB NOT NULL,             -- B, compressed
	product     BLOB NOT NULL,
	tier        INTEGER NOT NULL,
	chain       INTEGER NOT NULL REFERENCES chains,
	point       BLOB NOT NULL,             -- U, compressed
	hash        BLOB NOT NULL,             -- the order it was first made for
	PRIMARY KEY (release_key, product, tier, chain)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipts (
	hash   BLOB NOT NULL,
	chain  INTEGER NOT NULL REFERENCES chains,
	holder BLOB NOT NULL,                  -- a transferred ticket's key, else empty
	point  BLOB NOT NULL,
	PRIMARY KEY (hash, chain, holder)
) STRICT, WITHOUT ROWID;
`, `
-- 0: read before times were kept.
ALTER TABLE blocks ADD COLUMN time INTEGER NOT NULL DEFAULT 0;

-- A dispute's deadline is the second word of its data.
CREATE INDEX marks_deadline ON marks (chain, substr(data, 33, 32)) WHERE kind = 1;

-- Releases for answers, which nobody else may have before they are sent.
CREATE TABLE collected (
	hash  BLOB NOT NULL,                   -- of the order
	chain INTEGER NOT NULL REFERENCES chains,
	point BLOB NOT NULL,                   -- U, compressed
	PRIMARY KEY (hash, chain)
) STRICT, WITHOUT ROWID;

-- Signed versions of transactions that answer disputes.
CREATE TABLE sent (
	id      INTEGER PRIMARY KEY,           -- in the order in which they were signed
	chain   INTEGER NOT NULL REFERENCES chains,
	account BLOB NOT NULL,
	nonce   INTEGER NOT NULL,
	raw     BLOB NOT NULL,
	orders  BLOB NOT NULL                  -- hashes, 32 bytes each
) STRICT;
CREATE INDEX sent_nonce ON sent (chain, account, nonce);
`, `
ALTER TABLE chains ADD COLUMN head INTEGER; -- up to which the chain is being read
`}

// migrate brings the schema up to date in one transaction. A crash leaves the
// old schema, whole.
func migrate(ctx context.Context, tx *sql.Tx) error {
	var version, id int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if err := tx.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	switch {
	case version > 0 && id != applicationID:
		return fmt.Errorf("%w: it is a database of something else", store.ErrUnusable)
	case version > len(migrations):
		return fmt.Errorf("%w: it has schema %d, this software knows up to %d: run the newer software that wrote it", store.ErrUnusable, version, len(migrations))
	}
	for ; version < len(migrations); version++ {
		if _, err := tx.ExecContext(ctx, migrations[version]); err != nil {
			return fmt.Errorf("schema %d: %v", version+1, err)
		}
	}
	// Pragmas take no parameters.
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", version, applicationID))
	return err
}
