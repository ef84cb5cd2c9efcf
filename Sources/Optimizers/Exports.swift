@_exported import GlissadeTensor
