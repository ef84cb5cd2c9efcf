// swift-tools-version: 6.2
// Not lower: before tools version 6.2 SwiftPM refuses `unsafeFlags` in a package that is depended on by version.
import PackageDescription

// The instruction-set builds of the kernels need compiler flags that SwiftPM calls unsafe; 0 leaves them all out.
let usesUnsafeFlags = Context.environment["GLISSADE_UNSAFE_FLAGS"] != "0"

// `-march=x86-64-…` is an error elsewhere. This asks about the host: cross-compilation must set the variable to 0.
#if arch(x86_64)
  let isX86 = true
#else
  let isX86 = false
#endif

// Tells the sources of V3, V4 and Dispatch that V3 and V4 are compiled for their instruction sets.
let fastKernels: [SwiftSetting] = usesUnsafeFlags && isX86 ? [.define("GLISSADE_FAST_KERNELS")] : []

// `-O` in debug builds too, or the tests crawl; no errno, or every lane's square root is a call of its own.
func kernelSettings(_ march: String?) -> [SwiftSetting] {
  guard usesUnsafeFlags else { return [] }
  let common = ["-O", "-Xcc", "-fno-math-errno"]
  guard let march, isX86 else { return [.unsafeFlags(common)] }
  return [.unsafeFlags(common + ["-Xcc", "-march=\(march)"])]
}

let package = Package(
  name: "Glissade",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Glissade", targets: ["Glissade"]),
    .library(name: "GlissadeSuite", targets: ["GlissadeSuite"]),
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
      swiftSettings: kernelSettings("x86-64-v3") + fastKernels),
    .target(
      name: "GlissadeKernelsV4", dependencies: ["GlissadeKernelTemplates"], path: "Sources/Kernels/V4",
      swiftSettings: kernelSettings("x86-64-v4") + fastKernels),
    .target(
      name: "GlissadeKernels",
      dependencies: [
        "GlissadeKernelTemplates", "GlissadeKernelsBaseline", "GlissadeKernelsV3", "GlissadeKernelsV4",
      ],
      path: "Sources/Kernels/Dispatch", swiftSettings: kernelSettings(nil) + fastKernels),
    .target(
      name: "GlissadeNumerics", dependencies: ["GlissadeKernels"], path: "Sources/Numerics",
      swiftSettings: kernelSettings(nil)),
    .target(name: "GlissadeTensor", dependencies: ["GlissadeNumerics"], path: "Sources/Tensor"),
    .target(name: "GlissadeLayers", dependencies: ["GlissadeTensor"], path: "Sources/Layers"),
    .target(
      name: "GlissadeOptimizers", dependencies: ["GlissadeTensor"], path: "Sources/Optimizers",
      swiftSettings: kernelSettings(nil)),
    .target(
      name: "GlissadeData", dependencies: ["GlissadeTensor"], path: "Sources/Data", swiftSettings: kernelSettings(nil)),
    .target(name: "GlissadeModels", dependencies: ["GlissadeLayers"], path: "Sources/Models"),
    .target(
      name: "GlissadeTraining", dependencies: ["GlissadeLayers", "GlissadeOptimizers", "GlissadeData"],
      path: "Sources/Training"),
    .target(name: "GlissadeSuite", dependencies: ["GlissadeModels", "GlissadeTraining"], path: "Sources/Suite"),
    .target(
      name: "GlissadeTesting", dependencies: ["GlissadeModels", "GlissadeTraining"], path: "Sources/Testing"),
    .target(
      name: "GlissadeReport", dependencies: ["GlissadeSuite"], path: "Sources/Report",
      resources: [.embedInCode("Page/page.js"), .embedInCode("Page/style.css")]),
    .target(name: "Glissade", dependencies: ["GlissadeModels", "GlissadeTraining"], path: "Sources/Glissade"),
    .executableTarget(
      name: "GlissadeCommandLine", dependencies: ["Glissade", "GlissadeSuite", "GlissadeTesting", "GlissadeReport"],
      path: "Sources/CommandLine"),
    .testTarget(name: "KernelTests", dependencies: ["GlissadeNumerics"]),
    .testTarget(name: "NumericsTests", dependencies: ["GlissadeNumerics"]),
    .testTarget(name: "DataTests", dependencies: ["GlissadeData"]),
    .testTarget(name: "TensorTests", dependencies: ["GlissadeTensor"]),
    .testTarget(name: "LayersTests", dependencies: ["GlissadeLayers"]),
    .testTarget(name: "OptimizersTests", dependencies: ["GlissadeOptimizers"]),
    .testTarget(name: "ModelsTests", dependencies: ["GlissadeTesting"]),
    .testTarget(name: "SuiteTests", dependencies: ["GlissadeSuite"]),
    .testTarget(name: "TrainingTests", dependencies: ["GlissadeTraining"]),
    .testTarget(name: "GradientTests", dependencies: ["GlissadeTesting"]),
    .testTarget(name: "LawTests", dependencies: ["GlissadeTesting"]),
    .testTarget(name: "MinimizersTests", dependencies: ["GlissadeTesting"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["GlissadeTesting"], resources: [.copy("Fixtures")]),
    .testTarget(name: "ReportTests", dependencies: ["GlissadeReport"]),
    .testTarget(name: "SnippetTests", dependencies: ["Glissade", "GlissadeTesting"]),
  ],
  swiftLanguageModes: [.v6]
)
