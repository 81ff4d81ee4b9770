// swift-tools-version: 6.2
// The survey statistics engine: no input or output, no clock, no dependency. Benchmarks/ measures it.
// Read from the bottom up: a target imports only what stands below it.

import PackageDescription

let habits: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Engine",
  products: [
    .library(name: "DisclosureControl", targets: ["DisclosureControl"]),
    .library(name: "SurveyStatistics", targets: ["SurveyStatistics"]),
    .library(name: "NumericKernels", targets: ["NumericKernels"]),
  ],
  targets: [
    .target(
      name: "DisclosureControl", dependencies: ["SurveyStatistics"], swiftSettings: habits),
    .target(name: "SurveyStatistics", dependencies: ["NumericKernels"], swiftSettings: habits),
    .target(name: "NumericKernels", swiftSettings: habits),

    .executableTarget(
      name: "oracle", dependencies: ["OracleCases"], path: "Tests/oracle", swiftSettings: habits),
    .target(
      name: "OracleCases", dependencies: ["SurveyStatistics", "NumericKernels"],
      path: "Tests/OracleCases", swiftSettings: habits),

    .testTarget(
      name: "DisclosureControlTests", dependencies: ["DisclosureControl", "SurveyStatistics"],
      swiftSettings: habits),
    .testTarget(
      name: "SurveyStatisticsTests",
      dependencies: ["SurveyStatistics", "NumericKernels", "OracleCases"],
      exclude: ["Golden"], swiftSettings: habits),
    .testTarget(
      name: "NumericKernelsTests", dependencies: ["NumericKernels"], swiftSettings: habits),
  ]
)
