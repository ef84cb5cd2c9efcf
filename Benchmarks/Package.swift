// swift-tools-version: 6.2
import PackageDescription

// Depends on the framework as a client does, so that it measures what a client gets.
let package = Package(
  name: "GlissadeBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Glissade", path: "..")],
  targets: [
    .executableTarget(
      name: "glissade-bench", dependencies: [.product(name: "Glissade", package: "Glissade")], path: "Sources/Bench"),
    .executableTarget(
      name: "glissade-accuracy", dependencies: [.product(name: "Glissade", package: "Glissade")],
      path: "Sources/Accuracy"),
    .executableTarget(name: "glissade-bench-report", path: "Sources/Report"),
  ],
  swiftLanguageModes: [.v6]
)
