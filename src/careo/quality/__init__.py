"""What was measured of this version, by question and language: `careo quality` and docs/quality.md print it."""
