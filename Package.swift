// swift-tools-version: 6.2
// The house around the engine in Engine/: everything municipal, and the program `trygghet`.
// Read from the bottom up: a target imports only what stands below it.

import PackageDescription

let habits: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let engine: [Target.Dependency] = [
  .product(name: "DisclosureControl", package: "Engine"),
  .product(name: "SurveyStatistics", package: "Engine"),
  .product(name: "NumericKernels", package: "Engine"),
]

let package = Package(
  name: "Trygghet",
  products: [.executable(name: "trygghet", targets: ["trygghet"])],
  dependencies: [
    .package(path: "Engine"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "trygghet",
      dependencies: [
        "Web", "Composition", "Texts", "Workflows", "SafetyModel", "InventedMunicipality",
        "CReadStat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + engine, swiftSettings: habits),
    .target(
      name: "Composition",
      dependencies: [
        "Exchange", "StorageSQLite", "Workflows", "SafetyModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: habits),
    .target(
      name: "Web",
      dependencies: [
        "Pages", "Workflows", "Texts", "Markup", "SafetyModel", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "Crypto", package: "swift-crypto"),
      ] + engine, swiftSettings: habits),
    .target(
      name: "Pages", dependencies: ["Charts", "Texts", "Markup", "SafetyModel"] + engine,
      resources: [.embedInCode("Assets")], swiftSettings: habits),
    .target(
      name: "StorageSQLite",
      dependencies: [
        "Workflows", "SafetyModel",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ] + engine, swiftSettings: habits),
    .target(
      name: "Exchange",
      dependencies: [
        "Workflows", "Texts", "SafetyModel", "CReadStat", "CZlib",
        .product(name: "Yams", package: "Yams"),
      ] + engine, swiftSettings: habits),
    .target(
      name: "Workflows",
      dependencies: ["SafetyModel", .product(name: "Crypto", package: "swift-crypto")] + engine,
      swiftSettings: habits),
    .target(
      name: "Charts", dependencies: ["Markup", "SafetyModel", "Texts"] + engine,
      swiftSettings: habits),
    .target(
      name: "InventedMunicipality", dependencies: engine, resources: [.embedInCode("Files")],
      swiftSettings: habits),
    .executableTarget(
      name: "soak", dependencies: ["InventedMunicipality"] + engine, swiftSettings: habits),
    .target(name: "Markup", swiftSettings: habits),
    .target(
      name: "Texts", dependencies: ["SafetyModel"],
      resources: [.embedInCode("Languages"), .embedInCode("Places")],
      swiftSettings: habits),
    .target(name: "SafetyModel", dependencies: engine, swiftSettings: habits),
    .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "trygghet", "TestSupport", "Texts", "Pages", "InventedMunicipality", "Composition",
      ], exclude: ["Fixtures"], swiftSettings: habits),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Pages", "Workflows", "Texts", "Markup", "SafetyModel", "TestSupport", "CZlib",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ] + engine, swiftSettings: habits),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Pages", "Charts", "Texts", "Markup", "SafetyModel", "TestSupport"] + engine,
      exclude: ["Golden"], swiftSettings: habits),
    .testTarget(
      name: "CompositionTests",
      dependencies: ["Composition", "Workflows", "SafetyModel", "TestSupport"] + engine,
      swiftSettings: habits),
    .testTarget(
      name: "StorageSQLiteTests",
      dependencies: [
        "StorageSQLite", "StorageContract", "Workflows", "SafetyModel", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ] + engine, swiftSettings: habits),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "Workflows", "Texts", "SafetyModel", "TestSupport", "CZlib"]
        + engine, exclude: ["Fixtures"], swiftSettings: habits),
    .testTarget(
      name: "InventedMunicipalityTests",
      dependencies: ["InventedMunicipality", .product(name: "Crypto", package: "swift-crypto")]
        + engine, swiftSettings: habits),
    .testTarget(
      name: "WorkflowsTests",
      dependencies: ["Workflows", "Texts", "SafetyModel", "TestSupport"] + engine,
      swiftSettings: habits),
    .testTarget(
      name: "ChartsTests",
      dependencies: ["Charts", "Markup", "Texts", "SafetyModel", "TestSupport"] + engine,
      exclude: ["Golden"], swiftSettings: habits),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: habits),
    .testTarget(name: "TextsTests", dependencies: ["Texts", "SafetyModel"], swiftSettings: habits),
    .testTarget(
      name: "SafetyModelTests", dependencies: ["SafetyModel", "TestSupport"] + engine,
      swiftSettings: habits),
    .executableTarget(
      name: "StoreBenchmark",
      dependencies: ["Composition", "Workflows", "SafetyModel", "TestSupport"],
      path: "Tests/StoreBenchmark", swiftSettings: habits),
    .executableTarget(
      name: "TableBenchmark",
      dependencies: ["Composition", "Workflows", "SafetyModel"] + engine,
      path: "Tests/TableBenchmark", swiftSettings: habits),
    .target(
      name: "StorageContract", dependencies: ["Workflows", "SafetyModel", "TestSupport"] + engine,
      path: "Tests/StorageContract", swiftSettings: habits),
    .target(
      name: "TestSupport", dependencies: ["SafetyModel", "Workflows"] + engine,
      path: "Tests/TestSupport", swiftSettings: habits),
  ]
)
