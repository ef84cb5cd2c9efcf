@testable import GlissadeKernels
import Testing

extension KernelTests {
  @Test func partsOfAProductCoverItOnce() {
    let shapes = [(1, 1), (1, 100), (70, 1), (7, 31), (13, 64), (40, 65), (6, 33), (50, 129)]
    let limits = [
      (rows: 512, columns: 1_024), (rows: 5, columns: 1_024), (rows: 512, columns: 40), (rows: 1, columns: 1),
    ]
    for (rows, columns) in shapes {
      for tileColumns in [4, 16, 32] {
        for limit in limits {
          for parts in [0, 1, 2, 3, 5, 8, 64, 256] {
            let product = MatrixProduct(rows: rows, columns: columns, depth: 9, strideC: columns + 3)
            let cut = ProductCut(product, tileColumns: tileColumns, parts: parts, limit: limit)
            let isRight = coversOnce(product, cut, tileColumns: tileColumns, limit: limit)
            #expect(isRight, "\(rows)×\(columns), tiles of \(tileColumns), \(parts) parts, limit \(limit)")
          }
        }
      }
    }
  }

  private func coversOnce(
    _ product: MatrixProduct, _ cut: ProductCut, tileColumns: Int, limit: (rows: Int, columns: Int)
  ) -> Bool {
    var marks = [Bool](repeating: false, count: product.rows * product.columns)
    for index in 0..<cut.count {
      let (part, row, column) = cut[index]
      // Whole tiles, but at the edge; at least one.
      let widest = max(limit.columns / tileColumns, 1) * tileColumns
      guard
        part.rows >= 1, part.columns >= 1, part.rows <= limit.rows, part.columns <= widest,
        column % tileColumns == 0, part.depth == product.depth, part.strideC == product.strideC
      else { return false }
      guard row + part.rows <= product.rows, column + part.columns <= product.columns else { return false }
      for i in row..<row + part.rows {
        for place in i * product.columns + column..<i * product.columns + column + part.columns {
          if marks[place] { return false }
          marks[place] = true
        }
      }
    }
    return marks.allSatisfy { $0 }
  }

  @Test func aProductIsCutForEveryThread() {
    for parts in 1...8 {
      let cut = ProductCut(
        MatrixProduct(rows: 840, columns: 840, depth: 64), tileColumns: 16, parts: parts, limit: (1_024, 1_024))
      #expect(cut.count >= parts)
    }
  }
}
