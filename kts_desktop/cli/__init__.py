"""The command line: the same services without a window, for support, scripts and tests."""
