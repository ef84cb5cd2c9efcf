@_exported import GlissadeData
@_exported import GlissadeLayers
@_exported import GlissadeOptimizers
