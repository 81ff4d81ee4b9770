// swift-tools-version: 6.2
// Measures the engine; a package of its own, so that nobody else builds it.

import PackageDescription

let habits: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        "CMachine",
        .product(name: "SurveyStatistics", package: "Engine"),
        .product(name: "NumericKernels", package: "Engine"),
      ],
      swiftSettings: habits),
    .systemLibrary(name: "CMachine"),
  ]
)
