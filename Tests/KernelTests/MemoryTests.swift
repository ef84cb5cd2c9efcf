@testable import GlissadeKernels
import Testing

extension KernelTests {
  @Test func memoryIsAligned() {
    for bytes in [0, 1, 63, 64, 4_097, (4 << 20) - 1, 4 << 20, (5 << 20) + 3] {
      let memory = AlignedMemory.allocate(bytes: bytes)
      #expect(UInt(bitPattern: memory) % 64 == 0)
      // Large pages begin at multiples of their size.
      if bytes >= 4 << 20 { #expect(UInt(bitPattern: memory) % (2 << 20) == 0) }
      for place in [0, bytes / 2, bytes - 1] where 0 <= place && place < bytes {
        memory.storeBytes(of: 0xA5, toByteOffset: place, as: UInt8.self)
        #expect(memory.load(fromByteOffset: place, as: UInt8.self) == 0xA5)
      }
      memory.deallocate()
    }
  }

  @Test func workspacesGrowAndStay() {
    let first = Workspace.memory(for: .partials, bytes: 1_000)
    let second = Workspace.memory(for: .partials, bytes: 5 << 20)
    #expect(Workspace.memory(for: .partials, bytes: 1) == second)
    #expect(Workspace.memory(for: .operands, bytes: 1_000) != second)
    #expect(UInt(bitPattern: first) % 64 == 0 && UInt(bitPattern: second) % 64 == 0)
  }

  @Test func sizesOfCachesMakeSense() {
    #expect((64 << 10...256 << 20).contains(CacheSizes.secondLevel))
    #expect(CacheSizes.thirdLevel == 0 || (256 << 10...4 << 30).contains(CacheSizes.thirdLevel))
    // Room for a panel of B of any tile, 512 deep.
    #expect((32 << 10...128 << 20).contains(CacheSizes.productBlock))
    #expect(CacheSizes.productBlock >= CacheSizes.secondLevel / 2)
  }
}
