@_exported import GlissadeKernels
