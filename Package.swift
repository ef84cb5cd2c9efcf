// swift-tools-version: 6.1
import PackageDescription

// The instruction-set builds of the kernels need compiler flags that SwiftPM calls unsafe.
#if arch(x86_64)
  let isX86 = true
#else
  let isX86 = false
#endif

func kernelSettings(_ march: String?) -> [SwiftSetting] {
  var flags = ["-O"]
  if let march, isX86 { flags += ["-Xcc", "-march=\(march)"] }
  return [.unsafeFlags(flags)]
}

let package = Package(
  name: "Glissade",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Glissade", targets: ["Glissade"]),
    .library(name: "GlissadeTesting", targets: ["GlissadeTesting"]),
    .executable(name: "glissade", targets: ["GlissadeCommandLine"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "GlissadeKernelTemplates", path: "Sources/Kernels/Templates", swiftSettings: kernelSettings(nil)),
    .target(
      name: "GlissadeKernelsBaseline", dependencies: ["GlissadeKernelTemplates"], path: "Sources/Kernels/Baseline",
      swiftSettings: kernelSettings(nil)),
    .target(
      name: "GlissadeKernelsV3", dependencies: ["GlissadeKernelTemplates"], path: "Sources/Kernels/V3",
      swiftSettings: kernelSettings("x86-64-v3")),
    .target(
      name: "GlissadeKernelsV4", dependencies: ["GlissadeKernelTemplates"], path: "Sources/Kernels/V4",
      swiftSettings: kernelSettings("x86-64-v4")),
    .target(
      name: "GlissadeKernels",
      dependencies: [
        "GlissadeKernelTemplates", "GlissadeKernelsBaseline", "GlissadeKernelsV3", "GlissadeKernelsV4",
      ],
      path: "Sources/Kernels/Dispatch", swiftSettings: kernelSettings(nil)),
    .target(
      name: "GlissadeNumerics", dependencies: ["GlissadeKernels"], path: "Sources/Numerics",
      swiftSettings: kernelSettings(nil)),
    .target(name: "GlissadeTensor", dependencies: ["GlissadeNumerics"], path: "Sources/Tensor"),
    .target(name: "GlissadeLayers", dependencies: ["GlissadeTensor"], path: "Sources/Layers"),
    .target(name: "GlissadeOptimizers", dependencies: ["GlissadeTensor"], path: "Sources/Optimizers"),
    .target(name: "GlissadeData", dependencies: ["GlissadeTensor"], path: "Sources/Data"),
    .target(
      name: "GlissadeTraining", dependencies: ["GlissadeLayers", "GlissadeOptimizers", "GlissadeData"],
      path: "Sources/Training"),
    .target(name: "GlissadeTesting", dependencies: ["GlissadeTraining"], path: "Sources/Testing"),
    .target(name: "Glissade", dependencies: ["GlissadeTraining"], path: "Sources/Glissade"),
    .executableTarget(
      name: "GlissadeCommandLine", dependencies: ["Glissade", "GlissadeTesting"], path: "Sources/CommandLine"),
  ],
  swiftLanguageModes: [.v6]
)
