@_exported import GlissadeNumerics
