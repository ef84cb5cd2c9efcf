@_exported import GlissadeTraining
