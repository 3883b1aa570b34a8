"""From one record per drawing to one database: three shards, then their join."""
