/// The parts of a matrix product that are compiled for an instruction set, for a dispatcher that shares them out.
public struct ProductKernels<Element: Sendable>: Sendable {
  /// A matrix that is read.
  public typealias Input = UnsafePointer<Element>

  /// A product: its shape, bytes of a block of B, α, A, B, β, C, epilogue, packed panels, scratch memory.
  public var multiply:
    @Sendable (
      MatrixProduct, Int, Double, Input, Input, Double, UnsafeMutablePointer<Element>, ProductEpilogue<Element>,
      UnsafeMutableRawPointer, UnsafeMutableRawPointer
    ) -> Void
  /// Columns of a row's product: product, first column, end, α, row, matrix, β, C, epilogue, scratch memory.
  public var multiplyRow:
    @Sendable (
      RowProduct, Int, Int, Double, Input, Input, Double, UnsafeMutablePointer<Element>, ProductEpilogue<Element>,
      UnsafeMutableRawPointer
    ) -> Void
  /// Packs a matrix for products with patches: matrix, its stride, rows, depth, packed matrix.
  public var packForPatches: @Sendable (Input, Int, Int, Int, UnsafeMutablePointer<Element>) -> Void
  /// Rows of a product with patches: product, first row, end, image, packed matrix, bias, C, workspace.
  public var multiplyPatches:
    @Sendable (
      PatchProduct, Int, Int, Input, Input, Input?, UnsafeMutablePointer<Element>, UnsafeMutableRawPointer
    ) -> Void
  /// Bytes of its workspace, aligned to 64.
  public var patchBytes: Int
  /// C for a product of depth 0: C, product, β, epilogue.
  public var finish: @Sendable (UnsafeMutablePointer<Element>, MatrixProduct, Double, ProductEpilogue<Element>) -> Void
  /// Columns of a tile.
  public var tileColumns: Int
  /// Bytes of a thread's scratch memory, aligned to 64.
  public var scratchBytes: Int
  /// Bytes of the same for a row's product.
  public var rowScratchBytes: Int
  /// Bytes of packed panels: product, bytes of a block of B.
  public var panelBytes: @Sendable (MatrixProduct, Int) -> Int

  /// The template's functions, compiled where this initializer is inlined.
  @_alwaysEmitIntoClient @inline(__always)
  init<Tile: MatrixTile>(_ tile: Tile.Type) where Tile.Element == Element {
    multiply = {
      BlockedProduct<Tile>.multiply($0, blockBytes: $1, $2, $3, $4, $5, into: $6, $7, panels: $8, scratch: $9)
    }
    multiplyRow = {
      RowKernel<Tile>.multiply($0, from: $1, to: $2, $3, $4, $5, $6, into: $7, $8, scratch: $9)
    }
    packForPatches = { PatchKernel<Tile>.pack($0, stride: $1, rows: $2, depth: $3, into: $4) }
    multiplyPatches = {
      PatchKernel<Tile>.multiply($0, from: $1, to: $2, $3, $4, bias: $5, into: $6, workspace: $7)
    }
    patchBytes = PatchKernel<Tile>.workspaceBytes
    finish = { BlockedProduct<Tile>.finish($0, $1, $2, $3) }
    tileColumns = Tile.columns
    scratchBytes = BlockedProduct<Tile>.scratchBytes
    rowScratchBytes = RowKernel<Tile>.scratchBytes
    panelBytes = { BlockedProduct<Tile>.panelBytes($0, blockBytes: $1) }
  }
}
