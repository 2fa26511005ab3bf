"""The SQL for opening and closing times; read as described in `statements`."""

CHOOSE = "UPDATE assignments SET opens_at = :opens, closes_at = :closes WHERE code = :assignment"
DUE = "SELECT code FROM assignments WHERE closed_at IS NULL AND closes_at <= :latest ORDER BY code"
