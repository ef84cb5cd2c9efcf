@_exported import GlissadeModels
@_exported import GlissadeTraining
