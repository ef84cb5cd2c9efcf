@_exported import GlissadeLayers
